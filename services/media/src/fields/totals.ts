import type { Amount } from "./amounts.ts";
import {
  amountDueLabel,
  cashLabel,
  changeLabel,
  grossLabel,
  netLabel,
  notTotal,
  roundingLabel,
  sumLabel,
  taxLabel,
  totalLabel,
} from "./labels.ts";
import type { PageLine } from "./page-lines.ts";

/** An amount with the sum of what speaks for it, 0..1, and the line of it. */
export type SumFound = { value: number; confidence: number; line: number };

/** The sums of a document; `reconciled` when net and tax make the total. */
export type Totals = { net?: SumFound; tax?: SumFound; total?: SumFound; currency?: string; reconciled: boolean };

type Role = "total" | "due" | "net" | "tax" | "rounding" | "change" | "cash";
type Candidate = Amount & { role: Role; score: number };
/** `exact`: the change is printed, too. */
type Given = Candidate & { exact: boolean };

/** Finds net, tax and total: labels propose, the sum net + tax = total decides. */
export function readTotals(lines: readonly PageLine[], amounts: readonly (readonly Amount[])[]): Totals {
  const all = [...lines.flatMap((line, at) => labelled(line, amounts, at)), ...underHeadings(lines, amounts)];
  const found = inCents(amounts) ? all.filter((sum) => !isCount(sum)) : all;
  const of = (role: Role) => found.filter((candidate) => candidate.role === role);
  const triple = reconcile(of("total"), of("net"), of("tax"));
  const row = triple === undefined ? sumRow(lines, amounts) : undefined;
  const settled = triple ?? row;
  const given = paid(found);
  const total =
    settled?.total ?? rounded(best(likely(of("total"), of("net"), given)), found, amounts) ?? best(of("due")) ?? given;
  const exact = settled === undefined ? total : (rounded(total, found, amounts) ?? total);
  const net =
    settled?.net ??
    best(of("net").filter(({ value }) => exact === undefined || Math.abs(value) <= Math.abs(exact.value)));
  const tax =
    settled?.tax ??
    best(of("tax").filter(({ value }) => exact === undefined || Math.abs(value) < Math.abs(exact.value)));
  const currency = exact?.currency;
  return {
    ...(exact === undefined ? {} : { total: sumOf(exact, settled !== undefined) }),
    ...(net === undefined ? {} : { net: sumOf(net, settled !== undefined) }),
    ...(tax === undefined ? {} : { tax: sumOf(tax, settled !== undefined) }),
    ...(currency === undefined ? {} : { currency }),
    reconciled: settled !== undefined,
  };
}

/** Where prices have cents, a sum has them too: "Total 2" counts the items. */
function inCents(amounts: readonly (readonly Amount[])[]): boolean {
  return amounts.flat().filter(({ decimals }) => decimals === 2).length >= 3;
}

function isCount({ role, decimals, currency, value }: Candidate): boolean {
  return role === "total" && decimals === 0 && currency === undefined && Math.abs(value) < 100;
}

function labelled(line: PageLine, amounts: readonly (readonly Amount[])[], at: number): Candidate[] {
  const own = amounts[at] ?? [];
  const roles = rolesOf(line.folded);
  if (roles.length === 0) return [];
  const wanted = own.filter((amount) => amount.start >= (roles[0]?.end ?? 0) - 1);
  // A label may stand alone with its amount in the next line.
  const alone = own.length === 0 && /^[^\d]*$/.test(line.folded) && (amounts[at + 1]?.length ?? 0) === 1;
  const values = wanted.length > 0 ? wanted : alone ? (amounts[at + 1] ?? []) : [];
  const value =
    values.findLast((amount) => amount.decimals > 0) ??
    values.findLast((amount) => amount.currency !== undefined) ??
    values.at(-1);
  if (value === undefined) return [];
  return roles.map(({ role, score }) => ({
    ...value,
    role,
    score:
      score +
      (value.decimals === 2 ? 0.15 : value.currency === undefined ? -0.25 : 0) -
      (alone ? 0.1 : 0) +
      0.1 * (at / Math.max(amounts.length, 1)) -
      (value.repaired ? 0.05 : 0),
  }));
}

function rolesOf(folded: string): { role: Role; score: number; end: number }[] {
  const endOf = (set: { find: (text: string) => { start: number; end: number }[] }) => set.find(folded)[0]?.end;
  const about = (role: Role, score: number, end: number | undefined) =>
    end === undefined ? [] : [{ role, score, end }];
  const other = about("rounding", 0.5, endOf(roundingLabel));
  const special = [...about("change", 0.5, endOf(changeLabel)), ...about("cash", 0.5, endOf(cashLabel))];
  const gross = grossLabel.has(folded);
  const total = endOf(totalLabel);
  const netAt = endOf(netLabel);
  const taxAt = endOf(taxLabel);
  if (other.length > 0 && !gross) return other;
  if (special.length > 0 && total === undefined) return special;
  if (notTotal.has(folded) && !gross) return [];
  if (gross) return [...about("total", 0.75, total ?? endOf(grossLabel)), ...about("net", 0.2, netAt)];
  if (netAt !== undefined) return about("net", 0.6, netAt);
  if (taxAt !== undefined)
    return [...about("tax", total === undefined ? 0.5 : 0.6, taxAt), ...about("total", 0.2, total)];
  const due = endOf(amountDueLabel);
  if (total !== undefined) return about("total", 0.55, total).concat(about("due", 0.4, due));
  return due === undefined ? about("total", 0.35, endOf(sumLabel)) : about("due", 0.5, due);
}

/** "Net  VAT  Total" as a heading with rows of amounts under it: the last row with as many amounts. */
function underHeadings(lines: readonly PageLine[], amounts: readonly (readonly Amount[])[]): Candidate[] {
  return lines.flatMap((line, at) => {
    if (line.cells.length < 2 || (amounts[at]?.length ?? 0) > 0) return [];
    const last = line.cells.at(-1);
    if (last === undefined || !totalLabel.has(last.folded) || netLabel.has(last.folded)) return [];
    const heads = line.cells.filter((cell) => netLabel.has(cell.folded) || taxLabel.has(cell.folded));
    if (heads.length === 0) return [];
    const rows = amounts.slice(at + 1, at + 12).filter((row) => row.length >= 2);
    const end = rows.at(-1)?.at(-1);
    return end === undefined || end.decimals !== 2 ? [] : [{ ...end, role: "total" as const, score: 0.45 }];
  });
}

type Triple = { total: Candidate; net?: Candidate; tax?: Candidate };

function reconcile(
  totals: readonly Candidate[],
  nets: readonly Candidate[],
  taxes: readonly Candidate[],
): Triple | undefined {
  let won: (Triple & { score: number }) | undefined;
  for (const total of totals.slice(0, 40)) {
    for (const net of nets.slice(0, 40)) {
      const rest = total.value - net.value;
      const tax = taxes.find((candidate) => near(candidate.value, rest)) ?? sumOfTaxes(taxes, rest);
      if (tax === undefined || total.value === 0 || (near(rest, 0) && total.line === net.line)) continue;
      const score = total.score + net.score + tax.score;
      if (won === undefined || score > won.score) won = { total, net, tax, score };
    }
  }
  return won;
}

/** Several VAT rates: their amounts together make the tax. */
function sumOfTaxes(taxes: readonly Candidate[], wanted: number): Candidate | undefined {
  const small = taxes.filter(({ value }) => Math.abs(value) < Math.abs(wanted));
  for (const [at, one] of small.slice(0, 12).entries()) {
    const other = small
      .slice(at + 1, 12)
      .find((candidate) => candidate.line !== one.line && near(candidate.value + one.value, wanted));
    if (other !== undefined) return { ...one, value: Math.round(wanted * 100) / 100 };
  }
  return undefined;
}

/** A line with three amounts of which two make the third, under words of tax and total: "257,59  59,24  316,83". */
function sumRow(lines: readonly PageLine[], amounts: readonly (readonly Amount[])[]): Triple | undefined {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const row = (amounts[at] ?? []).filter(({ decimals }) => decimals === 2);
    const [tax, net, total] = [row.at(-2), row.at(-3), row.at(-1)];
    if (tax === undefined || net === undefined || total === undefined || tax.value === 0) continue;
    if (!near(tax.value + net.value, total.value) || Math.abs(tax.value) > Math.abs(net.value)) continue;
    const heading = lines.slice(Math.max(0, at - 15), at + 1).some(({ folded }) => taxLabel.has(folded));
    if (!heading) continue;
    return { total: asCandidate(total, "total"), net: asCandidate(net, "net"), tax: asCandidate(tax, "tax") };
  }
  return undefined;
}

/** Where cents are rounded on a receipt, the total is the rounded one if it is printed, too. */
function rounded(
  total: Candidate | undefined,
  found: readonly Candidate[],
  amounts: readonly (readonly Amount[])[],
): Candidate | undefined {
  if (total === undefined) return undefined;
  const rounding = found.find(
    ({ role, value, line }) => role === "rounding" && Math.abs(value) < 0.1 && value !== 0 && line > total.line,
  );
  if (rounding === undefined) return total;
  const wanted = [total.value + rounding.value, total.value - rounding.value];
  const printed = amounts
    .slice(rounding.line + 1)
    .flat()
    .find(({ value, decimals }) => decimals === 2 && wanted.some((sum) => near(sum, value)));
  return printed === undefined ? total : { ...total, value: printed.value, line: printed.line };
}

/** Of several totals the largest is the last sum; what was given less the change confirms one, as does the same sum elsewhere. */
function likely(totals: readonly Candidate[], nets: readonly Candidate[], given: Given | undefined): Candidate[] {
  const again = (total: Candidate) =>
    [...totals, ...nets].some(({ value, line }) => line !== total.line && same(value, total.value));
  const real = totals.filter(({ value }) => value !== 0);
  const largest = Math.max(...real.map(({ value }) => Math.abs(value)));
  const sure =
    given === undefined || real.length === 0 || real.some(({ value }) => same(value, given.value))
      ? []
      : given.exact
        ? [given]
        : [];
  return [...(real.length > 0 ? real : totals), ...sure].map((total) => ({
    ...total,
    score:
      total.score +
      (given !== undefined && same(total.value, given.value) ? 0.35 : 0) +
      (again(total) ? 0.1 : 0) +
      (Math.abs(total.value) === largest && total.score >= 0.4 ? 0.15 : 0),
  }));
}

/** No total at all: what was given less what was given back. */
function paid(found: readonly Candidate[]): Given | undefined {
  const cash = best(found.filter(({ role, decimals }) => role === "cash" && decimals === 2));
  const change = best(found.filter(({ role, decimals }) => role === "change" && decimals === 2));
  if (cash === undefined) return undefined;
  const value = Math.round((cash.value - (change?.value ?? 0)) * 100) / 100;
  return value > 0
    ? { ...cash, value, score: 0.45, exact: change !== undefined && cash.value >= change.value }
    : undefined;
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  return [...candidates].sort((a, b) => b.score - a.score)[0];
}

const near = (one: number, other: number) => Math.abs(one - other) < 0.011;
const same = (one: number, other: number) => Math.abs(one - other) < 0.001;
const asCandidate = (amount: Amount, role: Role): Candidate => ({ ...amount, role, score: 0.6 });

function sumOf({ value, score, line }: Candidate, reconciled: boolean): SumFound {
  return { value, line, confidence: Math.min(reconciled ? 0.97 : 0.9, Math.max(0.2, score + (reconciled ? 0.4 : 0))) };
}
