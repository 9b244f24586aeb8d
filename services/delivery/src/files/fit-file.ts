import { PermanentError } from "@parley/contract/errors";
import { checkFile, maxImageBytes } from "@parley/whatsapp/file-limits";
import type { FileToUpload } from "@parley/whatsapp/graph-upload";
import type { SourceFile } from "./source-file.ts";

/** A picture as JPEG, at most 5 MB. Throws `PermanentError` `media.corrupt` or `media.too-large`. */
export type ToJpeg = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Larger pictures are not even looked at. */
export const maxSourceImageBytes = 25 * 1_048_576;
const turned: ReadonlySet<string> = new Set(["image/webp", "image/gif", "image/avif"]);

/** A file as WhatsApp takes it: pictures of other forms, and too large ones, as JPEG. Throws `PermanentError` for what does not fit. */
export async function fitFile({ kind, filename, sizeBytes, read }: SourceFile, toJpeg: ToJpeg): Promise<FileToUpload> {
  if (kind === "image" && sizeBytes > maxSourceImageBytes) {
    throw new PermanentError("media.too-large", `a picture of ${sizeBytes} bytes`);
  }
  const { bytes, mimeType } = await read();
  const large = /^image\/(?:jpeg|png)$/.test(mimeType) && bytes.byteLength > maxImageBytes;
  if (kind === "image" && (large || turned.has(mimeType))) {
    const jpeg = await toJpeg(bytes);
    checkFile({ kind, mimeType: "image/jpeg", sizeBytes: jpeg.byteLength });
    return { bytes: jpeg, mimeType: "image/jpeg", filename };
  }
  checkFile({ kind, mimeType, sizeBytes: bytes.byteLength });
  return { bytes, mimeType, filename };
}
