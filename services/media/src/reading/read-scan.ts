import { drawPage } from "./adapters/pdf-pages.ts";
import { thumbnailOf } from "./adapters/pictures.ts";
import type { Read } from "./read-task.ts";
import { recogniseText } from "./recognise-text.ts";
import { textOf } from "./tidy-line.ts";

/** A page of a PDF as a picture: PNG. Reading it is another child's work, since both take much memory. */
export async function readPage(bytes: Uint8Array, page: number): Promise<Read> {
  return { status: "ok", picture: await drawPage(bytes, page) };
}

/** The text of a drawn or scanned page, and a thumbnail. */
export async function readScan(bytes: Uint8Array): Promise<Read> {
  const { lines } = await recogniseText(bytes, "page");
  return { status: "ok", text: textOf(lines), lines, picture: await thumbnailOf(bytes) };
}
