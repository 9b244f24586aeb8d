import { numberAt } from "@parley/nlu/entities/number-words";
import type { Text } from "@parley/nlu/text";
import { dozenWords, pairWords } from "./edit-words.ts";

/** A stretch of tokens, `to` exclusive. */
export type Span = { from: number; to: number };
/** How many of something; `article`: only "un", "a". */
export type Count = Span & { value: number; article: boolean };

const mostCounts = 60;
const mostCount = 10_000;

type CountScope = { mentions: readonly Span[]; blocked: ReadonlySet<number>; region: string; spanish: boolean };

/** The counts of a text outside the items that are named; `blocked` tokens belong to dates, phones and the like. */
export function countsIn(text: Text, { mentions, blocked, region, spanish }: CountScope): Count[] {
  const counts: Count[] = [];
  for (let at = 0; at < text.tokens.length && counts.length < mostCounts; at++) {
    const inside = mentions.find((one) => one.from <= at && at < one.to);
    if (inside !== undefined) at = inside.to - 1;
    else if (!blocked.has(at) && !(spanish && isPreposition(text, at))) {
      const number = numberAt(text, at, region);
      const found = dozensAt(text, at, number) ?? plainAt(text, at, number);
      if (found === undefined) continue;
      counts.push(found);
      at = found.to - 1;
    }
  }
  return counts;
}

/** The Spanish "a", which is no English article. */
function isPreposition({ tokens }: Text, at: number): boolean {
  return tokens[at]?.text === "a" && !pairWords.has(tokens[at + 1]?.text ?? "");
}

const clockBefore = /^(?:las|la|at)$/;

/** "a las 12", "at 3": an hour, whatever else it was read as. */
function isHour({ tokens }: Text, at: number): boolean {
  const before = tokens[at - 1]?.text ?? "";
  const link = tokens[at - 2]?.text ?? "";
  if (before === "at") return true;
  return (
    clockBefore.test(before) && /^(?:a|para|de|desde|hasta|tipo|como)$/.test(link) && tokens[at + 1]?.kind !== "word"
  );
}

type Number = ReturnType<typeof numberAt>;

function plainAt(text: Text, at: number, found: Number): Count | undefined {
  if (isHour(text, at)) return undefined;
  // "otro par", "couple of": two without a number before.
  if (pairWords.has(text.tokens[at]?.text ?? "")) return { value: 2, from: at, to: at + 1, article: false };
  if (found === undefined || !Number.isInteger(found.value) || found.value < 1 || found.value > mostCount)
    return undefined;
  const { value, to, article } = found;
  return pairWords.has(text.tokens[to]?.text ?? "")
    ? { value: value * 2, from: at, to: to + 1, article: false }
    : { value, from: at, to, article: article === true };
}

/** "2 docenas", "media docena", "docena y media", "a dozen". */
function dozensAt(text: Text, at: number, times: Number): Count | undefined {
  const word = wordAt(text, at);
  if (dozenWords.has(word)) {
    const more = wordAt(text, at + 1) === "y" && wordAt(text, at + 2) === "media";
    return { value: more ? 18 : 12, from: at, to: at + (more ? 3 : 1), article: false };
  }
  if (word === "media" || word === "half") {
    const skip = /^(?:a|una?)$/.test(wordAt(text, at + 1)) ? 2 : 1;
    if (dozenWords.has(wordAt(text, at + skip))) return { value: 6, from: at, to: at + skip + 1, article: false };
  }
  if (times === undefined || !dozenWords.has(wordAt(text, times.to))) return undefined;
  // "4 y media docena" is four of one thing and half a dozen of the next.
  if (/^(?:media|half)$/.test(wordAt(text, times.to - 1)) && times.to - at > 1) {
    return { value: Math.floor(times.value), from: at, to: times.to - 2, article: false };
  }
  const value = Math.round(times.value * 12);
  const { to } = times;
  const more = wordAt(text, to + 1) === "y" && wordAt(text, to + 2) === "media";
  if (value < 1 || value > mostCount) return undefined;
  return { value: more ? value + 6 : value, from: at, to: to + (more ? 3 : 1), article: false };
}

function wordAt({ tokens }: Text, at: number): string {
  return tokens[at]?.text ?? "";
}
