import { z } from "zod";

const given = z.string().min(1).optional();

/** A file a customer sends: the query of `POST /simulator/files`, whose body are the bytes. */
export const SentFile = z.strictObject({
  from: z.string().min(1),
  name: given,
  account: given,
  id: given,
  bsuid: given,
  /** MIME type: what the customer's phone says of it. */
  type: z.string().min(1).default("application/octet-stream"),
  filename: given,
  caption: given,
});
export type SentFile = z.infer<typeof SentFile>;

/** What WhatsApp makes of a file from a phone's gallery, recorder or folders. */
export function kindOfType(type: string): "image" | "audio" | "video" | "document" {
  const [family] = type.split("/");
  if (family === "audio" || family === "video") return family;
  return /^image\/(jpeg|png|webp)$/.test(type) ? "image" : "document";
}

/** A file as its message names it: only documents have a name, notes of the phone's own recorder say so, and have no caption. */
export function fileBody(
  kind: string,
  { mimeType, filename, caption }: { mimeType: string; filename?: string | undefined; caption?: string | undefined },
  stored: { id: string; sha256: string | undefined },
): object {
  const body = { id: stored.id, mime_type: mimeType, sha256: stored.sha256 };
  if (kind !== "audio") return { ...body, caption, ...(kind === "document" ? { filename } : {}) };
  return /^audio\/ogg/.test(mimeType) ? { ...body, voice: true } : body;
}
