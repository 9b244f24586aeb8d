import { pngForReading } from "./adapters/pictures.ts";
import { type PageMode, type RecognisedLine, recognise } from "./adapters/tesseract.ts";

export type RecognisedText = { lines: RecognisedLine[]; text: string; confidence: number };

// Text the wrong way up reads as noise of this confidence at most; upright photos of the evaluation are above .6.
const doubtful = 0.5;
const turns = [180, 90, 270] as const;
const noise = 0.25;

/** The text of a photo or scan. What reads as noise is read again turned: phones do not always say how they were held. */
export async function recogniseText(picture: Uint8Array, mode: PageMode): Promise<RecognisedText> {
  let best = weighed(await recognise(await pngForReading(picture), mode));
  // Few letters are no text worth turning: a photo of things, not of a page.
  if (best.confidence >= doubtful || best.text.length < 30) return best;
  for (const turn of turns) {
    const turned = weighed(await recognise(await pngForReading(picture, turn), mode));
    if (turned.confidence > best.confidence + 0.1) best = turned;
    if (best.confidence >= doubtful + 0.15) break;
  }
  return best;
}

function weighed(found: readonly RecognisedLine[]): RecognisedText {
  const lines = found.filter(({ confidence }) => confidence >= noise);
  const letters = found.reduce((sum, { text }) => sum + text.length, 0);
  const sure = found.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return { lines, text: lines.map(({ text }) => text).join("\n"), confidence: letters === 0 ? 0 : sure / letters };
}
