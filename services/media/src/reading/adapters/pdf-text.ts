import { getDocumentProxy } from "unpdf";
import { z } from "zod";
import { layoutLines, type PlacedText } from "../page-layout.ts";
import { maxTextLength, type Read } from "../read-task.ts";
import { attachmentsOf } from "./pdf-attachments.ts";

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

const limits = { pages: 50, runsAPage: 20_000, attachedLength: 2_000_000 };
// Fewer letters on an average page: its text is in its pictures.
const letterlessBelow = 20;

const Run = z.object({ str: z.string(), transform: z.array(z.number()), width: z.number(), height: z.number() });

/** The text of a PDF's first 50 pages with its layout, and the XML that is attached to it. */
export async function readPdfText(bytes: Uint8Array): Promise<Read> {
  const opened = await openPdf(bytes);
  if ("status" in opened) return opened;
  const { document } = opened;
  const pages = Math.min(document.numPages, limits.pages);
  let text = "";
  let unread = 0;
  for (let number = 1; number <= pages && text.length < maxTextLength; number += 1) {
    const page = await pageText(document, number);
    if (page === undefined) unread += 1;
    else text += `${page}\n\n`;
  }
  if (unread === pages && pages > 0)
    return { status: "corrupt", reason: "no page can be read", pages: document.numPages };
  const attached = await attachedXml(document);
  const letters = text.replaceAll(/[^\p{L}\d]/gu, "").length;
  return {
    status: "ok",
    text: text.trim().slice(0, maxTextLength),
    pages: document.numPages,
    scanned: letters < pages * letterlessBelow,
    ...(attached.length > 0 ? { attached } : {}),
  };
}

async function openPdf(bytes: Uint8Array): Promise<{ document: PdfDocument } | Read> {
  try {
    const options = { isEvalSupported: false, useSystemFonts: false, verbosity: 0, maxImageSize: 40_000_000 };
    return { document: await getDocumentProxy(new Uint8Array(bytes), options) };
  } catch (failure) {
    const [name, reason] = failure instanceof Error ? [failure.name, failure.message] : ["", "no PDF"];
    return { status: name === "PasswordException" ? "encrypted" : "corrupt", reason: reason.slice(0, 300) };
  }
}

/** Undefined for a page that is broken: the others may still be read. */
async function pageText(document: PdfDocument, number: number): Promise<string | undefined> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const runs = items.slice(0, limits.runsAPage).flatMap(placed);
    page.cleanup();
    return layoutLines(runs).join("\n");
  } catch {
    return undefined;
  }
}

function placed(item: unknown): PlacedText[] {
  const run = Run.safeParse(item);
  if (!run.success) return [];
  const { str, transform, width, height } = run.data;
  const [, , , , x = 0, y = 0] = transform;
  return [{ text: str, x, y, width, height }];
}

async function attachedXml(document: PdfDocument): Promise<Uint8Array[]> {
  try {
    const files = attachmentsOf(await document.getAttachments());
    return files
      .filter(({ name, bytes }) => /\.xml$/i.test(name) && bytes.length <= limits.attachedLength)
      .slice(0, 5)
      .map(({ bytes }) => bytes);
  } catch {
    return [];
  }
}
