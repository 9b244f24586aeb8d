import { homedir } from "node:os";
import { join } from "node:path";
import { LlmConfig } from "@parley/llm/config";
import { z } from "zod";

/** Intel's own variables, beside those every service has. */
export const IntelConfig = LlmConfig.extend({
  BUSINESS_FILE: z.string().min(1).default("deploy/demo/business.yaml"),
  /** A turn that came late is answered only within this time after the customer wrote it. */
  LATE_REPLY_WITHIN_MS: z.coerce
    .number()
    .int()
    .nonnegative()
    .default(15 * 60_000),
  /** Where trained intent models are kept between starts; the user's cache if absent. */
  MODEL_CACHE_DIR: z.string().min(1).optional(),
  XDG_CACHE_HOME: z.string().optional(),
});
export type IntelConfig = z.infer<typeof IntelConfig>;

export function modelCacheDir({
  MODEL_CACHE_DIR,
  XDG_CACHE_HOME,
}: Pick<IntelConfig, "MODEL_CACHE_DIR" | "XDG_CACHE_HOME">): string {
  return MODEL_CACHE_DIR ?? join(XDG_CACHE_HOME || join(homedir(), ".cache"), "parley", "models");
}
