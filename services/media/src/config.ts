import { WhatsAppTarget } from "@parley/whatsapp/target";
import { z } from "zod";
import { ocrVariables } from "./reading/ocr-command.ts";
import { speechVariables } from "./speech/open-engine.ts";

/** Media's own variables, beside those every service has. */
export const MediaConfig = z.object({
  ...WhatsAppTarget,
  ...speechVariables,
  ...ocrVariables,
  /** Larger files are not read. Meta's own limit for documents. */
  MEDIA_MAX_BYTES: z.coerce.number().int().positive().default(100_000_000),
  /** Downloads at a time; with MEDIA_MAX_BYTES it bounds the memory files take. */
  MEDIA_DOWNLOADS: z.coerce.number().int().positive().max(64).default(4),
  /** A turn whose files take longer than this goes on without their text, which is added to its entry later. */
  MEDIA_PENDING_AFTER_MS: z.coerce.number().int().positive().default(20_000),
  /** How far the children that read files stand back for everything else on the machine, as `nice` does; 0: not at all. */
  MEDIA_NICENESS: z.coerce.number().int().min(0).max(19).default(10),
  /** Files older than this go, days; 0: none for its age. */
  MEDIA_KEEP_DAYS: z.coerce.number().nonnegative().default(365),
  /** The oldest files go until the others fit, bytes; 0: as many as there is room for. */
  MEDIA_KEEP_BYTES: z.coerce.number().int().nonnegative().default(50_000_000_000),
  /** How often what is too old or too much, or belongs to nothing any more, is looked for. */
  MEDIA_SWEEP_EVERY_MS: z.coerce.number().int().positive().max(86_400_000).default(3_600_000),
  /** Further hosts files may come from, comma-separated; Meta's are always allowed. */
  MEDIA_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((hosts) => hosts.split(",").flatMap((host) => (host.trim() === "" ? [] : [host.trim()]))),
});
export type MediaConfig = z.infer<typeof MediaConfig>;
