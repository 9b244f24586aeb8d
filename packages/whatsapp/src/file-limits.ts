import { PermanentError } from "@parley/contract/errors";

export const maxImageBytes = 5 * 1_048_576;
export const maxDocumentBytes = 100 * 1_048_576;

const imageTypes: ReadonlySet<string> = new Set(["image/jpeg", "image/png"]);
// Meta takes any valid type for a document and opens these; a file of no known type goes as plain bytes and is refused.
const documentTypes =
  /^(?:text\/(?:plain|csv)|image\/(?:jpeg|png|webp)|application\/(?:pdf|xml|json|zip|msword|vnd\.ms-(?:excel|powerpoint)|vnd\.openxmlformats-officedocument\.[a-z.]+))$/;

export type OutgoingFile = { kind: "image" | "document"; mimeType: string; sizeBytes: number };

/** Throws `PermanentError` `media.unsupported` or `media.too-large` for what WhatsApp does not take as this kind. */
export function checkFile({ kind, mimeType, sizeBytes }: OutgoingFile): void {
  const type = mimeType.split(";")[0]?.trim().toLowerCase() ?? "";
  const taken = kind === "image" ? imageTypes.has(type) : documentTypes.test(type);
  if (!taken) throw new PermanentError("media.unsupported", `WhatsApp takes no ${type || "untyped file"} as ${kind}`);
  const most = kind === "image" ? maxImageBytes : maxDocumentBytes;
  if (sizeBytes === 0) throw new PermanentError("media.unsupported", "the file is empty");
  if (sizeBytes > most) {
    throw new PermanentError("media.too-large", `${kind} of ${sizeBytes} bytes, WhatsApp takes ${most}`);
  }
}
