import { getDocumentProxy } from "unpdf";

/** A file within a PDF. */
export type PdfAttachment = { name: string; bytes: Uint8Array };

const limits = { files: 20, bytes: 8_000_000 };

/** Files attached to a PDF, the XML ones first; none for a file that cannot be opened. To be called in the child only. */
export async function pdfAttachments(bytes: Uint8Array): Promise<PdfAttachment[]> {
  try {
    // pdf.js takes the buffer away: a copy keeps the caller's bytes whole.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      verbosity: 0,
    });
    try {
      return attachmentsOf(await document.getAttachments());
    } finally {
      await document.loadingTask.destroy();
    }
  } catch {
    return [];
  }
}

/** What `getAttachments()` of pdf.js gives, for a reader that has the document open already. */
export function attachmentsOf(found: unknown): PdfAttachment[] {
  if (typeof found !== "object" || found === null) return [];
  const files = Object.entries(found)
    .slice(0, limits.files)
    .flatMap(([key, entry]: [string, unknown]) => fileOf(key, entry) ?? []);
  return files.sort((a, b) => Number(isXml(b)) - Number(isXml(a)));
}

function fileOf(key: string, entry: unknown): PdfAttachment | undefined {
  if (typeof entry !== "object" || entry === null || !("content" in entry)) return undefined;
  const { content } = entry;
  if (!(content instanceof Uint8Array) || content.byteLength > limits.bytes) return undefined;
  const name = "filename" in entry && typeof entry.filename === "string" ? entry.filename : key;
  return { name, bytes: content };
}

const isXml = ({ name }: PdfAttachment) => name.toLowerCase().endsWith(".xml");
