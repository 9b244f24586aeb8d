import { foldWord } from "../text.ts";
import type { Option } from "./dialogue.ts";

const least =
  /\b(?:mas (?:barat\w+|economic\w+|chic\w+|pequen\w+|tempran\w*|pronto|cort\w+|baj\w+)|menor|cheap(?:er|est)|small(?:er|est)|earli(?:er|est)|short(?:er|est)|lower|lowest|temprano|tempranito|la chica|el chico|early|soonest|sooner|less)\b/;
const greatest =
  /\b(?:mas (?:car[oa]|grande\w*|tarde|larg[oa]|alt[oa])|mayor|bigg(?:er|est)|larg(?:er|est)|lat(?:er|est)|long(?:er|est)|higher|highest|dearer|grandote|most expensive|late|more)\b/;

/** "the cheaper one", "la más tarde": by the first number in the labels. */
export function pickBySize(options: readonly Option[], folded: string): Option | undefined {
  const wantsLeast = least.test(folded);
  if (wantsLeast === greatest.test(folded) || options.length < 2) return undefined;
  const sized = options.map((option) => ({ option, size: sizeOf(option) }));
  if (sized.some(({ size }) => Number.isNaN(size))) return undefined;
  sized.sort((a, b) => a.size - b.size);
  return (wantsLeast ? sized[0] : sized.at(-1))?.option;
}

const sizes: readonly (readonly [RegExp, number])[] = [
  [/\b(?:extra ?small|xs|mini)\b/, 0],
  [/\b(?:small|chic[oa]|pequen[oa]|s|individual)\b/, 1],
  [/\b(?:medium|median[oa]|m|regular)\b/, 2],
  [/\b(?:large|grande|l)\b/, 3],
  [/\b(?:extra ?large|xl|extra ?grande|familiar|family|jumbo)\b/, 4],
];

function sizeOf({ label, value }: Option): number {
  const moment = /^(?:\d{4}-(\d\d)-(\d\d))?(?:T(\d\d):(\d\d))?$/.exec(value);
  if (moment !== null && value !== "")
    return Number(
      moment
        .slice(1)
        .map((digits) => digits ?? "00")
        .join(""),
    );
  const folded = foldWord(label);
  const digits = /\d[\d.,]*/.exec(folded)?.[0];
  if (digits !== undefined) return Number(digits.replace(/[.,](?=\d{3}\b)/g, "").replace(",", "."));
  return sizes.find(([pattern]) => pattern.test(folded) || pattern.test(foldWord(value)))?.[1] ?? Number.NaN;
}
