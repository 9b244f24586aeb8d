import { WhatsAppTarget } from "@parley/whatsapp/target";
import { z } from "zod";

/** Media's own variables, beside those every service has. */
export const MediaConfig = z.object({
  ...WhatsAppTarget,
  /** Larger files are not read. Meta's own limit for documents. */
  MEDIA_MAX_BYTES: z.coerce.number().int().positive().default(100_000_000),
  /** Downloads at a time; with MEDIA_MAX_BYTES it bounds the memory files take. */
  MEDIA_DOWNLOADS: z.coerce.number().int().positive().max(64).default(4),
  /** Further hosts files may come from, comma-separated; Meta's are always allowed. */
  MEDIA_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((hosts) => hosts.split(",").flatMap((host) => (host.trim() === "" ? [] : [host.trim()]))),
});
export type MediaConfig = z.infer<typeof MediaConfig>;
