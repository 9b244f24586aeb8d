import { greyForReading, greyPicture, type ReadingCopy, type Turn } from "./adapters/pictures.ts";
import { type PageMode, recognise } from "./adapters/tesseract.ts";
import { findText, type TextPlace } from "./text-area.ts";
import type { RecognisedText } from "./tidy-line.ts";

/** What was read, and of which copy of the picture: another mode may be tried on the same. */
export type PictureText = RecognisedText & { copy: ReadingCopy };

// Text the wrong way up reads as noise of this confidence at most; upright photos of the evaluation are above .63.
const doubtful = 0.6;
const fewestLetters = 30;
const searchSide = 1600;
// A receipt on a scanned page of its own: its letters are worth the pixels. Cutting less would gain nothing.
const smallShare = 0.5;

const turnsOf: Record<TextPlace["lines"], readonly Turn[]> = {
  across: [0, 180],
  sideways: [90, 270],
  unclear: [0, 180, 90, 270],
};

/** The text of a photo or scan. What reads as noise is read again turned: phones do not always say how they were held. */
export async function recogniseText(picture: Uint8Array, mode: PageMode): Promise<PictureText> {
  const { copy, turns } = await waysToRead(picture);
  let best: PictureText | undefined;
  for (const turn of turns) {
    const found = { ...(await readCopy(picture, { ...copy, turn }, mode)), copy: { ...copy, turn } };
    if (best === undefined || found.confidence > best.confidence) best = found;
    // Few letters are no text worth turning: a photo of things, not of a page.
    if (best.confidence >= doubtful || lettersOf(found) < fewestLetters) break;
  }
  return best ?? { lines: [], confidence: 0, copy };
}

/** Reads a picture as one copy of it shows it. */
export async function readCopy(picture: Uint8Array, copy: ReadingCopy, mode: PageMode): Promise<RecognisedText> {
  return recognise(await greyForReading(picture, copy), mode);
}

/** What part of a picture is worth reading, and which ways up it may be, the likeliest first. */
export async function waysToRead(picture: Uint8Array): Promise<{ copy: ReadingCopy; turns: readonly Turn[] }> {
  const place = findText(await greyPicture(picture, searchSide));
  if (place === undefined) return { copy: {}, turns: turnsOf.unclear };
  const { area, lines } = place;
  return { copy: area.width * area.height > smallShare ? {} : { area }, turns: turnsOf[lines] };
}

function lettersOf({ lines }: RecognisedText): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
