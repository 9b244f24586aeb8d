import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";

const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
GlobalFonts.registerFromPath(join(folder, "standard_fonts", "LiberationSans-Regular.ttf"), "Photo");

export type PhotoStyle = {
  width?: number;
  height?: number;
  size?: number;
  left?: number;
  top?: number;
  paper?: string;
  ink?: string;
  format?: "png" | "jpeg";
};

/** A picture of lines of text; a tab goes on at the right. The same everywhere: its letters come with the project. */
export function aPhoto(lines: readonly string[], style: PhotoStyle = {}): Buffer {
  const { width = 700, size = 24, left = 40, top = 40, paper = "white", ink = "black", format = "png" } = style;
  const { height = top + 40 + lines.length * size * 1.6 } = style;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = ink;
  context.font = `${size}px Photo`;
  for (const [at, line] of lines.entries()) {
    const [text = "", right] = line.split("\t");
    const y = top + (at + 0.7) * size * 1.6;
    context.fillText(text, left, y);
    if (right !== undefined) context.fillText(right, left + size * 18, y);
  }
  return format === "png" ? canvas.toBuffer("image/png") : canvas.toBuffer("image/jpeg", 90);
}
