import { documentNoun, documentNumber, foreignNumber, numberWords, otherNumber } from "./labels.ts";
import { cellAt, type PageLine } from "./page-lines.ts";

/** The number of the document as printed, without a leading "#". */
export type NumberFound = { value: string; confidence: number; line: number };

const value = /^[\s:.#°º=*-]{0,6}((?:[A-Z]{1,4}[ ]?)?[A-Z\d](?:[A-Z\d/._-]| ?[/-] ?(?=[A-Z\d]))*)/iu;
const dateLike = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^(?:19|20)\d\d-\d\d-\d\d$/;

/** Finds the number: behind its label, or in the column under it; a noun with a number behind it comes second. */
export function readNumber(lines: readonly PageLine[]): NumberFound | undefined {
  const found = lines.flatMap((line) => [
    ...proposals(line, lines, { set: documentNumber, confidence: 0.92, below: true }),
    ...nounProposals(line),
    ...leading(line),
    ...proposals(line, lines, { set: otherNumber, confidence: 0.5, below: true }),
  ]);
  return found
    .map((one) => ({ ...one, confidence: one.confidence - 0.02 * Math.min(one.line / 10, 5) }))
    .sort((a, b) => b.confidence - a.confidence)[0];
}

type Rule = { set: typeof documentNumber; confidence: number; below: boolean };

function proposals(line: PageLine, lines: readonly PageLine[], { set, confidence, below }: Rule): NumberFound[] {
  return set.find(line.folded).flatMap(({ start, end }) => {
    if (isForeign(line, start)) return [];
    const own = numberAt(line.text.slice(end));
    if (own !== undefined) return [{ value: own, confidence, line: line.index }];
    const under = below ? numberUnder(line, start, lines) : undefined;
    return under === undefined ? [] : [{ value: under, confidence: confidence - 0.12, line: line.index + 1 }];
  });
}

function nounProposals(line: PageLine): NumberFound[] {
  return documentNoun.find(line.folded).flatMap(({ start, end }) => {
    if (isForeign(line, start)) return [];
    const behind = line.folded.slice(end);
    // "Invoice (380) Nr. 471102": words of numbering may stand between.
    const label = /^[\s:]*(?:\([^)]{1,30}\)\s*){0,2}/.exec(behind)?.[0].length ?? 0;
    const word = numberWords.find(behind.slice(label, label + 45))[0];
    const between = word === undefined ? "" : behind.slice(0, label + word.start);
    const numbered =
      word !== undefined &&
      !foreignNumber.has(between) &&
      (word.start <= 1 || !/[\d.;!?]/.test(between.replaceAll(/\([^)]*\)/g, "")));
    const number = numberAt(line.text.slice(end + label + (numbered ? word.end : 0)));
    const early = line.index < 25 ? 0.05 : 0;
    return number === undefined
      ? []
      : [{ value: number, confidence: (numbered ? 0.86 : 0.6) + early, line: line.index }];
  });
}

/** "No: 0003-00001234" at the beginning of a line. */
function leading(line: PageLine): NumberFound[] {
  const word = numberWords.find(line.folded)[0];
  if (word === undefined || word.start > 0 || line.index > 25 || !/^[\s.º°]{0,3}:/.test(line.folded.slice(word.end)))
    return [];
  const number = numberAt(line.text.slice(word.end));
  return number === undefined ? [] : [{ value: number, confidence: 0.56, line: line.index }];
}

function isForeign(line: PageLine, start: number): boolean {
  const before = line.folded.slice(Math.max(0, start - 22), start);
  const place = cellAt(line, start);
  const own = place === undefined ? before : line.folded.slice(Math.max(place.cell.start, start - 22), start);
  return foreignNumber.find(own).some(({ end }) => own.length - end <= 4);
}

function numberAt(text: string): string | undefined {
  const raw = value.exec(text)?.[1];
  if (raw === undefined) return undefined;
  const number = raw.replace(/[./_-]+$/, "").trim();
  const digits = number.replaceAll(/\D/g, "").length;
  const spaced = number.split(" ");
  // "No. 17 of ..." keeps its number, a word in front of it does not belong to it unless it is short and in capitals.
  const tidy = spaced.length > 1 && !/^[A-Z]{1,4}$/.test(spaced[0] ?? "") ? (spaced[0] ?? "") : number;
  if (digits === 0 || tidy.length < 2 || tidy.length > 40 || dateLike.test(tidy) || !/\d/.test(tidy)) return undefined;
  if (/^\d{1,3}[.,]\d{2}$/.test(tidy)) return undefined;
  return tidy;
}

/** A number printed under its heading: the same column of the next line, or that line's only text. */
function numberUnder(line: PageLine, start: number, lines: readonly PageLine[]): string | undefined {
  const place = cellAt(line, start);
  const below = lines[line.index + 1];
  if (place === undefined || below === undefined || !/[\p{L}:#.º°]$/u.test(place.cell.text)) return undefined;
  const same = below.cells.length === line.cells.length;
  // A label alone in its line: its value may share the next one with the column on the left.
  const alone = line.cells.length === 1 && below.cells.length === 2 && place.cell.end - start < 24;
  const cell = same ? below.cells[place.position] : alone ? below.cells[1] : undefined;
  return cell === undefined || cell.text.split(" ").length > 2 ? undefined : numberAt(cell.text);
}
