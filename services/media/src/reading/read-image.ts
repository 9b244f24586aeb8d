import { readCodes } from "./adapters/codes.ts";
import { greyForReading, greyPicture, pictureSize, pngOf, thumbnailOf } from "./adapters/pictures.ts";
import { fieldsOfText } from "./find-fields.ts";
import type { Read } from "./read-task.ts";
import { readCopy, recogniseText, waysToRead } from "./recognise-text.ts";
import { lacksTotal, type Reading, reconcileReadings } from "./reconcile-readings.ts";
import { type Recognised, textOf } from "./tidy-line.ts";

const codeSide = 1200;
const minSide = 16;

/** Text, codes, fields and a thumbnail of a picture. */
export async function readImage(bytes: Uint8Array): Promise<Read> {
  const { width, height } = await pictureSize(bytes);
  const picture = await thumbnailOf(bytes);
  if (Math.min(width, height) < minSide) return { status: "ok", text: "", width, height, picture };
  const codes = await codesOf(bytes);
  const found = await recogniseText(bytes, "block");
  const first = readingOf(found.lines);
  // Two columns of a receipt that were read as two: the sums stand apart from their names. Then lines across read better.
  const fields = lacksTotal(first)
    ? reconcileReadings(first, readingOf((await readCopy(bytes, found.copy, "column")).lines))
    : first.fields;
  const read = { text: textOf(found.lines), lines: found.lines, width, height, picture };
  const more = { ...(codes.length > 0 ? { codes } : {}), ...(Object.keys(fields).length > 0 ? { fields } : {}) };
  return { status: "ok", ...read, ...more };
}

/** A picture made ready for a program that reads it (PNG, upright, grey) instead of a thumbnail, and its codes. */
export async function copyImage(bytes: Uint8Array): Promise<Read> {
  const { width, height } = await pictureSize(bytes);
  const codes = await codesOf(bytes);
  const { copy, turns } = await waysToRead(bytes);
  const turn = turns[0] ?? 0;
  const picture = await pngOf(await greyForReading(bytes, { ...copy, turn }));
  return { status: "ok", width, height, picture, ...(codes.length > 0 ? { codes } : {}) };
}

/** A thumbnail and nothing else. */
export async function thumbnailImage(bytes: Uint8Array): Promise<Read> {
  return { status: "ok", picture: await thumbnailOf(bytes) };
}

function readingOf(lines: Recognised[]): Reading {
  return { lines, fields: lines.length === 0 ? {} : fieldsOfText({ text: textOf(lines), lines }) };
}

async function codesOf(bytes: Uint8Array) {
  try {
    return await readCodes(await greyPicture(bytes, codeSide));
  } catch {
    // A picture without readable codes is no failure.
    return [];
  }
}
