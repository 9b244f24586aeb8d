import type { Text, Token } from "../text.ts";
import { type Cardinal, cardinalAt } from "./cardinal.ts";
import { denominatorAt } from "./fraction-words.ts";
import { numberAt } from "./number-words.ts";

type Read = { value: number; to: number };

/** "two thirds", "a fifth", "three and two fifths", "dos sobre nueve", "1 out of 3", "half a million", "la mitad". */
export function fractionAt(text: Text, at: number): Read | undefined {
  const { tokens } = text;
  const word = tokens[at]?.text ?? "";
  if (word === "mitad" || word === "half") return ofScale(tokens, { value: 0.5, to: at + 1 });
  const quarter = numberAtScale(text, at);
  if (quarter !== undefined) return quarter;
  const article = /^(?:a|an)$/.test(word);
  const top = article
    ? (cardinalAt(tokens, at) ?? { value: 1, to: at + 1, last: 1, before: 0, scale: 1 })
    : cardinalAt(tokens, at);
  if (top === undefined) return undefined;
  return over(tokens, top) ?? mixed(tokens, top) ?? partOf(tokens, top, at);
}

function numberAtScale(text: Text, at: number): Read | undefined {
  if (!/^(?:quarter|a|un|three|tres|medio|half)$/.test(text.tokens[at]?.text ?? "")) return undefined;
  const read = numberAt(text, at, "US");
  return read !== undefined && read.written === "words" && read.value >= 25_000
    ? { value: read.value, to: read.to }
    : undefined;
}

function over(tokens: readonly Token[], top: Cardinal): Read | undefined {
  const [first, second] = [tokens[top.to]?.text, tokens[top.to + 1]?.text];
  const from =
    first === "over" || first === "sobre"
      ? top.to + 1
      : first === "out" && second === "of"
        ? top.to + 2
        : first === "in" && top.value === 1
          ? top.to + 1
          : undefined;
  const under = from === undefined ? undefined : cardinalAt(tokens, from);
  if (
    under === undefined ||
    under.value === 0 ||
    (first === "out" && under.value < top.value) ||
    (first === "in" && under.value < 2)
  )
    return undefined;
  return { value: top.value / under.value, to: under.to };
}

function partOf(tokens: readonly Token[], top: Cardinal, at: number): Read | undefined {
  const dash = tokens[top.to]?.text === "-" ? top.to + 1 : top.to;
  const under = denominatorAt(tokens, dash);
  // "two hundred forty-thirds": its last ten belongs below.
  const tens = tokens[top.to - 1];
  const isTen = top.last >= 20 && top.last < 100 && top.before > 0 && top.to - 1 > at;
  if (isTen && under !== undefined && under.value < 10 && /ty$/.test(tens?.text ?? ""))
    return { value: top.before / (top.last + under.value), to: under.to };
  if (under === undefined || !(under.plural || top.value === 1)) return undefined;
  return ofScale(tokens, { value: top.value / under.value, to: under.to });
}

/** "two fifths of a billion". */
function ofScale(tokens: readonly Token[], read: Read): Read {
  const from = /^(?:of|de)$/.test(tokens[read.to]?.text ?? "") ? read.to + 1 : read.to;
  const scale = cardinalAt(tokens, from);
  return scale !== undefined && scale.value >= 1e5 ? { value: read.value * scale.value, to: scale.to } : read;
}

/** "three and two fifths", "diez con dos tercios", "3 million and a quarter", "five and a half". */
function mixed(tokens: readonly Token[], whole: Cardinal): Read | undefined {
  const last = tokens[whole.to]?.text ?? "";
  const inner = /^(?:and|y|con)$/.test(last) ? whole.to + 1 : undefined;
  if (inner === undefined) return undoLink(tokens, whole);
  const one = /^(?:a|an|un|una|one)$/.test(tokens[inner]?.text ?? "");
  const top = one ? { value: 1, to: inner + 1 } : cardinalAt(tokens, inner);
  const under = top === undefined ? undefined : denominatorAt(tokens, top.to);
  if (top === undefined || under === undefined || !(under.plural || top.value === 1)) return undefined;
  const part = ofScale(tokens, { value: top.value / under.value, to: under.to });
  // "3 million and a half": of a million.
  const scale = whole.last >= 1e6 && part.to === under.to ? whole.last : 1;
  return { value: whole.value + part.value * scale, to: part.to };
}

/** "two hundred and six and four ninths", "six million and two thirds": the two was taken for part of the whole. */
function undoLink(tokens: readonly Token[], whole: Cardinal): Read | undefined {
  const under = denominatorAt(tokens, whole.to);
  if (under === undefined || whole.before === 0 || whole.last > 9) return undefined;
  const back = whole.to - 2;
  if (!/^(?:and|y|con)$/.test(tokens[back]?.text ?? "")) return undefined;
  // "treinta y dos quintos" is 32/5, "thirty and two fifths" 30 2/5.
  if (tokens[back]?.text === "y" || !(under.plural || whole.last === 1)) return undefined;
  const scale = whole.before >= 1e6 && whole.before % whole.scale === 0 ? whole.scale : 1;
  return { value: whole.before + (whole.last / under.value) * scale, to: under.to };
}
