import type { Amount } from "./amounts.ts";
import { cashLabel, changeLabel, netLabel, notTotal, taxLabel, totalLabel } from "./labels.ts";
import type { PageLine } from "./page-lines.ts";

/** One line of goods or services. `amount` as printed at its end, in the currency of the document. */
export type LineItem = { description: string; quantity?: number; unitPrice?: number; amount: number };

/** The items, only if they form a clear table: lines of words that end with an amount, their sum fitting net or total. */
export function readItems(
  lines: readonly PageLine[],
  amounts: readonly (readonly Amount[])[],
  sums: readonly number[],
): LineItem[] | undefined {
  const end = lines.findIndex((line, at) => at > 0 && isSum(line) && (amounts[at]?.length ?? 0) > 0);
  const rows = lines.slice(0, end < 0 ? undefined : end).flatMap((line, at) => itemOf(line, amounts[at] ?? []) ?? []);
  const sum = rows.reduce((total, { amount }) => total + amount, 0);
  // A table is clear when its amounts add up to what the document says; anything else would be a guess.
  const fits = sums.some((wanted) => Math.abs(Math.abs(wanted) - Math.abs(sum)) < 0.015);
  return rows.length > 0 && rows.length <= 200 && fits ? rows : undefined;
}

function isSum({ folded }: PageLine): boolean {
  const words = folded.split(/\s+/).length;
  const sum = totalLabel.has(folded) || netLabel.has(folded) || taxLabel.has(folded);
  return (sum && words <= 9) || cashLabel.has(folded) || changeLabel.has(folded);
}

function itemOf(line: PageLine, amounts: readonly Amount[]): LineItem | undefined {
  const last = amounts.at(-1);
  if (last === undefined || last.decimals !== 2 || notTotal.has(line.folded)) return undefined;
  if (line.text.slice(last.end).trim().length > 4) return undefined;
  const name = line.text.slice(0, amounts.find(({ decimals }) => decimals > 0)?.start ?? last.start);
  const description = name
    .replace(/^\s*\d{1,4}\s*[x×*.]?\s+(?=\p{L})/u, "")
    .replace(/[\s\d.,x×*@%€$£-]+$/u, "")
    .trim();
  if (!/\p{L}{2}/u.test(description)) return undefined;
  const before = amounts.slice(0, -1);
  for (const quantity of [...quantitiesOf(name), ...before.map(({ value }) => value)]) {
    const price = before.find(({ value, decimals }) => decimals > 0 && Math.abs(value * quantity - last.value) < 0.011);
    if (price !== undefined) return { description, quantity, unitPrice: price.value, amount: last.value };
  }
  const quantity = quantitiesOf(name)[0];
  return { description, ...(quantity === undefined ? {} : { quantity }), amount: last.value };
}

const quantitiesOf = (name: string) =>
  [/^\s*(\d{1,4})\s*[x×*]?\s+\p{L}/u.exec(name)?.[1]].flatMap((digits) =>
    digits === undefined ? [] : [Number(digits)],
  );
