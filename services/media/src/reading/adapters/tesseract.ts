import { symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";
import { type RecognisedText, tidyText } from "../tidy-line.ts";
import type { GreyPicture } from "./pictures.ts";

export type PageMode = "block" | "column" | "page";

const languages = ["spa", "eng"] as const;
const modes: Record<PageMode, PSM> = { block: PSM.SINGLE_BLOCK, column: PSM.SINGLE_COLUMN, page: PSM.AUTO };

let worker: Promise<Worker> | undefined;

/** Reads the text of a picture in Spanish and English. `block` measured best for photos, `page` for scans. */
export async function recognise(picture: GreyPicture, mode: PageMode): Promise<RecognisedText> {
  worker ??= startWorker();
  const tesseract = await worker;
  await tesseract.setParameters({ tessedit_pageseg_mode: modes[mode] });
  const { data } = await tesseract.recognize(asPgm(picture), {}, { text: false, blocks: true });
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return tidyText(
    lines.map(({ words }) =>
      words.map(({ text, confidence }) => ({ text: text.trim(), confidence: confidence / 100 })),
    ),
  );
}

/** Plain pixels: packing and unpacking a PNG would take a tenth of the reading. */
function asPgm({ pixels, width, height }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
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
