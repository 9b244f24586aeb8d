import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const maxSide = 2000;
const maxScale = 4;

/** A page of a PDF (from 1) as PNG, its long side 2,000 pixels; throws for a page that is broken. */
export async function drawPage(bytes: Uint8Array, number: number): Promise<Uint8Array> {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const loading = getDocument({
    ...{ data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, verbosity: 0 },
    ...{
      maxImageSize: 40_000_000,
      standardFontDataUrl: join(folder, "standard_fonts/"),
      wasmUrl: join(folder, "wasm/"),
    },
  });
  try {
    const page = await (await loading.promise).getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.min(maxScale, maxSide / Math.max(natural.width, natural.height));
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
    await page.render({ canvas, viewport, background: "white" }).promise;
    return await canvas.encode("png");
  } finally {
    await loading.destroy();
  }
}
