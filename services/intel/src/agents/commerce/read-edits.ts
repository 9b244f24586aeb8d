import { stemOf } from "@parley/nlu/catalog/terms";
import type { Text } from "@parley/nlu/text";
import type { AgentTurn } from "../agent-turn.ts";
import { readOf } from "../said.ts";
import { type Act, actAt, fillers } from "./edit-words.ts";
import { type Ellipsis, ellipsesIn } from "./elliptic-goods.ts";
import { type Count, countsIn, type Span } from "./read-counts.ts";
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
type Mention = Span & { item: string };
export type Words = {
  text: Text;
  mentions: readonly Mention[];
  counts: readonly Count[];
  blocked: ReadonlySet<number>;
};

const mostEdits = 30;

/** What a message asks to do with the cart: several items, counts before or behind them, each with the verb it stands under. */
export function readEdits(
  turn: AgentTurn,
  { region, inCart = [] }: { region: string; inCart?: readonly Known[] },
): EditsRead {
  const text = readOf(turn);
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
  return {
    edits: edits.slice(0, mostEdits),
    unknown: unknown.slice(0, 5),
    ellipses: ellipsesIn(read, rest).slice(0, 5),
  };
}

/** "mejor 4", "otra", "uno más", "quita uno": a change of what was spoken of last, in a message that names no item. */
export function readBareEdit(turn: AgentTurn, region: string): Edit | undefined {
  const text = readOf(turn);
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
  if (inCart.length === 0) return [];
  return text.tokens.slice(0, 60).flatMap(({ kind, text: word }, at): Mention[] => {
    if (kind !== "word" || word.length < 3 || named.some(({ from, to }) => from <= at && at < to)) return [];
    const stem = stemOf(word);
    const meant = inCart.filter(({ terms }) => terms.includes(stem));
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
