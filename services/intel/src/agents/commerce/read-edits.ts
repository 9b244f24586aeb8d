import { stemOf } from "@parley/nlu/catalog/terms";
import { numberAt } from "@parley/nlu/entities/number-words";
import { readText, type Text } from "@parley/nlu/text";
import type { AgentTurn } from "../agent-turn.ts";
import { type Act, actAt, dozenWords, fillers, pairWords } from "./edit-words.ts";
import { type Ellipsis, ellipsesIn } from "./elliptic-goods.ts";
import { unknownAfter } from "./unknown-goods.ts";

/** Something a message does to the cart. `item` undefined: what was spoken of last. `quantity` undefined: not said, or all of it. */
export type Edit = {
  act: Act;
  item: string | undefined;
  quantity: number | undefined;
  /** The words it was named by, folded. */
  named?: string;
  /** The words around the item, folded: its options are looked up in them. */
  around: string;
  /** It was named in the plural without a count. */
  plural: boolean;
};
/** `unknown`: what was ordered by a count but is on no menu, as written. */
export type EditsRead = { edits: Edit[]; unknown: Unknown[]; ellipses: Ellipsis[] };
export type Unknown = { said: string; quantity: number };

/** What is in the cart already: by its short names ("el café") customers mean these. */
type Known = { id: string; terms: readonly string[] };
type Span = { from: number; to: number };
type Mention = Span & { item: string };
export type Count = Span & { value: number; article: boolean };
export type Words = {
  text: Text;
  mentions: readonly Mention[];
  counts: readonly Count[];
  blocked: ReadonlySet<number>;
};

const mostEdits = 30;
/** Nobody orders in more words; the rest of a hostile message is not looked at. */
const mostLooked = 1_000;
const mostCount = 10_000;

/** What a message asks to do with the cart: several items, counts before or behind them, each with the verb it stands under. */
export function readEdits(
  turn: AgentTurn,
  { region, inCart = [] }: { region: string; inCart?: readonly Known[] },
): EditsRead {
  const text = readText(turn.text.slice(0, mostLooked));
  const named = mentionsIn(text, turn.entities);
  const mentions = [...named, ...shortNames(text, { named, inCart })].sort((a, b) => a.from - b.from);
  const blocked = blockedIn(text, turn.entities, mentions);
  const counts = countsIn(text, { mentions, blocked, region, spanish: turn.language === "es" });
  const read: Words = { text, mentions, counts, blocked };
  const used = new Set<Count>();
  const paired = mentions.map((_, at) => countFor(read, { at, used, behind: countsBehind(read) }));
  const edits = mentions.map((mention, at): Edit => {
    const count = paired[at];
    const from = Math.min(mention.from, count?.from ?? mention.from);
    const word = text.tokens[mention.to - 1]?.text ?? "";
    return {
      act: actAt(text.tokens, from),
      item: mention.item,
      quantity: count?.value,
      named: text.tokens
        .slice(mention.from, mention.to)
        .map(({ text: word }) => word)
        .join(" "),
      around: aroundOf(read, { at, from }),
      plural: count === undefined && /[^s]s$/.test(text.tokens[mention.from]?.text ?? word),
    };
  });
  const rest = counts.filter((count) => !used.has(count));
  const unknown = rest.flatMap((count) => unknownAfter(read, count));
  return { edits: edits.slice(0, mostEdits), unknown: unknown.slice(0, 5), ellipses: ellipsesIn(read, rest).slice(0, 5) };
}

/** "mejor 4", "otra", "uno más", "quita uno": a change of what was spoken of last, in a message that names no item. */
export function readBareEdit(turn: AgentTurn, region: string): Edit | undefined {
  const text = readText(turn.text.slice(0, mostLooked));
  if (text.tokens.length > 9) return undefined;
  const blocked = blockedIn(text, turn.entities, []);
  const [count] = countsIn(text, { mentions: [], blocked, region, spanish: turn.language === "es" });
  const folded = text.folded;
  const one = { item: undefined, around: folded, plural: false };
  const removing = /\b(?:quit\w*|elimin\w*|remove|drop|take (?:one|it|two|off)|sac\w+|menos|less|fewer)\b/.test(folded);
  if (
    removing &&
    (count !== undefined || /\b(?:es[aeo]s?|lo|la|los|las|it|that|them)\b|(?:quit|sac)\w*l[oa]s?\b/.test(folded))
  )
    return { act: "remove", quantity: count?.value, ...one };
  if (
    /\b(?:otr[oa]s?|mas|more|another|extra|igual|same|adicional)\b/.test(folded) &&
    !/\b(?:nada mas|algo mas|no more|anything|otra cosa|something else|tarde|mas bien)\b/.test(folded)
  ) {
    return { act: "add", quantity: count?.value ?? 1, ...one };
  }
  const sets =
    /\b(?:mejor|que sean?|make (?:it|that|them)|son|seran|solo|only|instead|en realidad|actually|cambia\w*|deja\w*|pon\w*|just|quiero|want|digo|i mean|perdon|sorry|no)\b/;
  if (count !== undefined && (sets.test(folded) || text.tokens.length === 1)) {
    return { act: "set", quantity: count.value, ...one };
  }
  return undefined;
}

function mentionsIn(text: Text, entities: AgentTurn["entities"]): Mention[] {
  const products = entities.filter(({ type, value }) => type === "product" && typeof value === "string");
  return products
    .flatMap(({ start, end, value }): Mention[] => {
      const from = text.tokens.findIndex((token) => text.originalIndex(token.start) >= start);
      const last = text.tokens.findLastIndex((token) => text.originalIndex(token.end) <= end);
      return from < 0 || last < from ? [] : [{ item: String(value), from, to: last + 1 }];
    })
    .sort((a, b) => a.from - b.from)
    .slice(0, mostEdits);
}

/** A word that stands in the names of just one item of the cart. */
function shortNames(text: Text, { named, inCart }: { named: readonly Mention[]; inCart: readonly Known[] }): Mention[] {
  return text.tokens.slice(0, 60).flatMap(({ kind, text: word }, at): Mention[] => {
    if (kind !== "word" || word.length < 3 || named.some(({ from, to }) => from <= at && at < to)) return [];
    const meant = inCart.filter(({ terms }) => terms.includes(stemOf(word)));
    const [only] = meant;
    const again = named.some(({ item }) => item === only?.id);
    return only === undefined || meant.length > 1 || again ? [] : [{ item: only.id, from: at, to: at + 1 }];
  });
}

const notCounts = new Set([
  "phone",
  "email",
  "url",
  "datetime",
  "money",
  "location",
  "order_id",
  "duration",
  "age",
  "percentage",
]);

/** Tokens inside dates, phones and the like: numbers there count nothing. */
function blockedIn(text: Text, entities: AgentTurn["entities"], mentions: readonly Mention[]): Set<number> {
  const blocked = new Set<number>();
  for (const { type, start, end, text: said } of entities) {
    // A lone digit that was read as a clock time may well be a count.
    if (!notCounts.has(type) || /^\d{1,2}$/.test(said)) continue;
    for (const [at, token] of text.tokens.entries()) {
      const from = text.originalIndex(token.start);
      if (from >= start && from < end && !mentions.some((one) => one.from <= at && at < one.to)) blocked.add(at);
    }
  }
  return blocked;
}

type CountScope = { mentions: readonly Mention[]; blocked: ReadonlySet<number>; region: string; spanish: boolean };

function countsIn(text: Text, { mentions, blocked, region, spanish }: CountScope): Count[] {
  const counts: Count[] = [];
  for (let at = 0; at < text.tokens.length && counts.length < mostEdits * 2; at++) {
    const inside = mentions.find((one) => one.from <= at && at < one.to);
    if (inside !== undefined) at = inside.to - 1;
    else if (!blocked.has(at) && !(spanish && isPreposition(text, at))) {
      const found = dozensAt(text, at, region) ?? plainAt(text, at, region);
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
  return clockBefore.test(before) && /^(?:a|para|de|desde|hasta|tipo|como)$/.test(link) && tokens[at + 1]?.kind !== "word";
}

function plainAt(text: Text, at: number, region: string): Count | undefined {
  if (isHour(text, at)) return undefined;
  // "otro par", "couple of": two without a number before.
  if (pairWords.has(text.tokens[at]?.text ?? "")) return { value: 2, from: at, to: at + 1, article: false };
  const found = numberAt(text, at, region);
  if (found === undefined || !Number.isInteger(found.value) || found.value < 1 || found.value > mostCount)
    return undefined;
  const { value, to, article } = found;
  return pairWords.has(text.tokens[to]?.text ?? "")
    ? { value: value * 2, from: at, to: to + 1, article: false }
    : { value, from: at, to, article: article === true };
}

/** "2 docenas", "media docena", "docena y media", "a dozen". */
function dozensAt(text: Text, at: number, region: string): Count | undefined {
  const word = (offset: number) => text.tokens[at + offset]?.text ?? "";
  const isDozen = (offset: number) => dozenWords.has(word(offset));
  if (isDozen(0)) {
    const more = word(1) === "y" && word(2) === "media";
    return { value: more ? 18 : 12, from: at, to: at + (more ? 3 : 1), article: false };
  }
  if (/^(?:media|half)$/.test(word(0))) {
    const skip = /^(?:a|una?)$/.test(word(1)) ? 2 : 1;
    if (isDozen(skip)) return { value: 6, from: at, to: at + skip + 1, article: false };
  }
  const times = numberAt(text, at, region);
  if (times === undefined || !dozenWords.has(text.tokens[times.to]?.text ?? "")) return undefined;
  // "4 y media docena" is four of one thing and half a dozen of the next.
  if (/^(?:media|half)$/.test(text.tokens[times.to - 1]?.text ?? "") && times.to - at > 1) {
    return { value: Math.floor(times.value), from: at, to: times.to - 2, article: false };
  }
  const value = Math.round(times.value * 12);
  const { to } = times;
  const more = text.tokens[to + 1]?.text === "y" && text.tokens[to + 2]?.text === "media";
  if (value < 1 || value > mostCount) return undefined;
  return { value: more ? value + 6 : value, from: at, to: to + (more ? 3 : 1), article: false };
}

/** Whether counts stand behind the items: "conchas 3, cuernitos x2". */
function countsBehind({ text, mentions, counts }: Words): boolean {
  const [first] = mentions;
  if (first === undefined) return false;
  const before = counts.some(({ to }) => to <= first.from && onlyFillers(text, to, first.from));
  return !before && counts.some(({ from }) => from >= first.to && onlyFillers(text, first.to, from));
}

type Pairing = { at: number; used: Set<Count>; behind: boolean };

function countFor({ text, mentions, counts }: Words, { at, used, behind }: Pairing): Count | undefined {
  const mention = mentions[at];
  if (mention === undefined) return undefined;
  const before = counts.findLast(
    (count) => !used.has(count) && count.to <= mention.from && onlyFillers(text, count.to, mention.from),
  );
  const after = counts.find(
    (count) =>
      !used.has(count) && count.from >= mention.to && onlyFillers(text, mention.to, count.from) && !count.article,
  );
  const times = after !== undefined && /^[x*×:(=]$/.test(text.tokens[after.from - 1]?.text ?? "");
  const found = behind ? (after ?? before) : (before ?? (times || mentions.length === 1 ? after : undefined));
  if (found !== undefined) used.add(found);
  return found;
}

function onlyFillers(text: Text, from: number, to: number): boolean {
  if (to - from > 4) return false;
  return text.tokens.slice(from, to).every(({ text: word }) => fillers.has(word));
}

/** The words from the item's count to the next item's. */
function aroundOf({ text, mentions, counts }: Words, { at, from }: { at: number; from: number }): string {
  const mention = mentions[at];
  const next = mentions[at + 1];
  const before =
    next === undefined
      ? undefined
      : counts.findLast((count) => count.to <= next.from && count.from >= (mention?.to ?? 0));
  const end = next === undefined ? text.tokens.length : Math.min(next.from, before?.from ?? next.from);
  const first = text.tokens[from]?.start ?? 0;
  const last = text.tokens[end - 1]?.end ?? first;
  return text.folded.slice(first, last);
}
