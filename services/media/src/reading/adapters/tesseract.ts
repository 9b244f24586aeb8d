import { symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";

/** A line as recognised; `confidence` 0..1. */
export type RecognisedLine = { text: string; confidence: number };
export type PageMode = "block" | "column" | "page";

const languages = ["spa", "eng"] as const;
const modes: Record<PageMode, PSM> = { block: PSM.SINGLE_BLOCK, column: PSM.SINGLE_COLUMN, page: PSM.AUTO };

let worker: Promise<Worker> | undefined;

/** Reads the text of a picture (PNG, grey) in Spanish and English. `block` measured best for photos, `page` for scans. */
export async function recognise(png: Uint8Array, mode: PageMode): Promise<RecognisedLine[]> {
  worker ??= startWorker();
  const tesseract = await worker;
  await tesseract.setParameters({ tessedit_pageseg_mode: modes[mode] });
  const { data } = await tesseract.recognize(Buffer.from(png), {}, { text: false, blocks: true });
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines
    .map(({ text, confidence }) => ({ text: text.replaceAll(/\s+/g, " ").trim(), confidence: confidence / 100 }))
    .filter(({ text }) => text !== "");
}

/** The library wants one folder with all languages, and otherwise fetches them from a public server. */
async function startWorker(): Promise<Worker> {
  const resolve = createRequire(import.meta.url).resolve;
  const folder = process.cwd();
  for (const language of languages) {
    const found = join(dirname(resolve(`@tesseract.js-data/${language}/package.json`)), "4.0.0_best_int");
    const name = `${language}.traineddata.gz`;
    await symlink(join(found, name), join(folder, name)).catch(() => {});
  }
  // Handing the bytes over instead of a folder throws past every handler and ends the process (tesseract.js 7.0.0).
  const options = { langPath: folder, cacheMethod: "none", gzip: true, errorHandler: () => {} };
  return createWorker([...languages], OEM.LSTM_ONLY, options);
}
