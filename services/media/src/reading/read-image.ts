import { readCodes } from "./adapters/codes.ts";
import { greyPicture, pictureSize, thumbnailOf } from "./adapters/pictures.ts";
import type { Read } from "./read-task.ts";
import { recogniseText } from "./recognise-text.ts";

const codeSide = 1200;
const minSide = 16;

/** Text, codes and a thumbnail of a picture. */
export async function readImage(bytes: Uint8Array): Promise<Read> {
  const { width, height } = await pictureSize(bytes);
  const picture = await thumbnailOf(bytes);
  if (Math.min(width, height) < minSide) return { status: "ok", text: "", width, height, picture };
  const codes = await codesOf(bytes);
  const { lines, text } = await recogniseText(bytes, "block");
  return { status: "ok", text, lines, width, height, picture, ...(codes.length > 0 ? { codes } : {}) };
}

async function codesOf(bytes: Uint8Array) {
  try {
    return await readCodes(await greyPicture(bytes, codeSide));
  } catch {
    // A picture without readable codes is no failure.
    return [];
  }
}
