import type { Text, Token } from "../text.ts";

/** A number in digits. `other` is its second reading where a lone separator before three digits can be either ("1.250"). */
export type Numeral = { value: number; to: number; other?: number };

/** Countries that write 1.234,56; all others write 1,234.56. */
const commaDecimals = new Set("ES AR CO CL UY PY VE EC BO CR BR PT DE FR IT NL CU".split(" "));

const mostGroups = 8;

export function writesDecimalComma(region: string): boolean {
  return commaDecimals.has(region);
}

/** The numeral that begins at token `at`, a run of digits; undefined for what is not one number: "1.2.3", "12.11.2026". */
export function numeralAt(text: Text, at: number, region: string): Numeral | undefined {
  const first = text.tokens[at];
  if (first?.kind !== "digits" || first.text.length > 15) return undefined;
  const groups = [first.text];
  const separators: string[] = [];
  let to = at + 1;
  while (groups.length <= mostGroups) {
    const group = groupAfter(text.tokens, to, region);
    if (group === undefined) break;
    separators.push(text.tokens[to]?.text ?? "");
    groups.push(group);
    to += 2;
  }
  if (separators.length === 0) return spacedGroups(text, at, region) ?? { value: Number(first.text), to };
  const read = readGroups(groups, separators, region);
  return read === undefined ? undefined : { ...read, to };
}

/** Token `at` goes on with a numeral that began before it: the 50 of 2,50. */
export function insideNumeral(text: Text, at: number): boolean {
  const sign = text.tokens[at - 1];
  const digits = text.tokens[at - 2];
  if (sign === undefined || digits?.kind !== "digits" || !".,'".includes(sign.text)) return false;
  return digits.end === sign.start && sign.end === text.tokens[at]?.start;
}

function groupAfter(tokens: readonly Token[], at: number, region: string): string | undefined {
  const before = tokens[at - 1];
  const sign = tokens[at];
  const digits = tokens[at + 1];
  if (before === undefined || sign === undefined || digits?.kind !== "digits") return undefined;
  if (before.end !== sign.start || sign.end !== digits.start || digits.text.length > 12) return undefined;
  if (sign.text === "'")
    return "ES MX CO PE BO EC AR".includes(region) && digits.text.length < 4 ? digits.text : undefined;
  return sign.text === "." || sign.text === "," ? digits.text : undefined;
}

function readGroups(
  groups: readonly string[],
  separators: readonly string[],
  region: string,
): Omit<Numeral, "to"> | undefined {
  const last = groups.at(-1) ?? "";
  const lastSeparator = separators.at(-1) ?? "";
  const whole = Number(groups.join(""));
  const decimal = Number(`${groups.slice(0, -1).join("")}.${last}`);
  if (separators.length === 1) return readPair(groups[0] ?? "", last, { separator: lastSeparator, region });
  const earlier = new Set(separators.slice(0, -1));
  if (earlier.has(lastSeparator)) {
    // 1'250.000 and 1.250.000 are grouped throughout; a separator seen before cannot be the decimal one.
    return isGrouped(groups) ? { value: whole } : undefined;
  }
  if (earlier.size === 1 && isGrouped(groups.slice(0, -1))) {
    if (earlier.has("'") && last.length === 3) return { value: whole };
    return { value: decimal };
  }
  return isGrouped(groups) ? { value: whole } : undefined;
}

/** Threes, or the Indian twos before a last three. */
function isGrouped(groups: readonly string[]): boolean {
  const [first = "", ...rest] = groups;
  const last = rest.at(-1);
  if (first.length > 3 || first.startsWith("0")) return false;
  if (last === undefined) return true;
  if (last.length !== 3) return false;
  return (
    rest.every(({ length }) => length === 3) ||
    (first.length < 3 && rest.slice(0, -1).every(({ length }) => length === 2))
  );
}

function readPair(
  first: string,
  last: string,
  { separator, region }: { separator: string; region: string },
): Omit<Numeral, "to"> {
  const decimal = Number(`${first}.${last}`);
  const whole = Number(first + last);
  const canGroup = last.length === 3 && first.length <= 3 && !first.startsWith("0");
  if (!canGroup) return { value: decimal };
  const comma = writesDecimalComma(region);
  if (separator === (comma ? "," : ".")) return { value: decimal, other: whole };
  return { value: whole, other: decimal };
}

/** "1 000 000", "12 000", "1 250,50": groups set apart by one space, unless more digits follow as in a phone number. */
function spacedGroups(text: Text, at: number, region: string): Numeral | undefined {
  const { tokens } = text;
  let digits = tokens[at]?.text ?? "";
  if (digits.length > 3 || digits.startsWith("0")) return undefined;
  let to = at + 1;
  while (to - at < 5 && isSpacedGroup(tokens, to)) {
    digits += tokens[to]?.text ?? "";
    to++;
  }
  if (to === at + 1 || isNear(tokens, to - 1)) return undefined;
  const decimals = groupAfter(tokens, to, region);
  if (decimals !== undefined && decimals.length < 3) return { value: Number(`${digits}.${decimals}`), to: to + 2 };
  // Without decimals only round thousands are sure: "2 500 ml" may be two of 500.
  return digits.endsWith("000") && (at === 0 || !isNear(tokens, at - 1)) ? { value: Number(digits), to } : undefined;
}

function isSpacedGroup(tokens: readonly Token[], at: number): boolean {
  const group = tokens[at];
  return group?.kind === "digits" && group.text.length === 3 && group.start - (tokens[at - 1]?.end ?? 0) === 1;
}

/** More digits follow token `at` after one space or hyphen, or stand before the next. */
function isNear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  return token?.kind === "digits" && next?.kind === "digits" && next.start - token.end <= 1;
}
