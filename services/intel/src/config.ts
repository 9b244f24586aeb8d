import { z } from "zod";

/** Intel's own variables, beside those every service has. */
export const IntelConfig = z.object({
  BUSINESS_FILE: z.string().min(1).default("deploy/demo/business.yaml"),
  /** A turn that came late is answered only within this time after the customer wrote it. */
  LATE_REPLY_WITHIN_MS: z.coerce
    .number()
    .int()
    .nonnegative()
    .default(15 * 60_000),
});
export type IntelConfig = z.infer<typeof IntelConfig>;
