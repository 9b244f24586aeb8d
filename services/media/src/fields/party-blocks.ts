import { customerHeading, otherHeading, vendorHeading } from "./labels.ts";
import type { PageLine } from "./page-lines.ts";

export type PartyRole = "vendor" | "customer" | "other";

/** A heading such as "Bill to": whose block begins here, in which of the columns of the line. */
export type PartyHeading = { role: PartyRole; line: number; position: number; end: number; besides: number };

const reach = 10;

/** The headings of parties on a page, in reading order. */
export function partyHeadings(lines: readonly PageLine[]): PartyHeading[] {
  return lines.flatMap((line) => {
    const own = line.cells.flatMap((cell, position) => {
      const role = headingRole(cell.folded);
      return role === undefined ? [] : [{ role: role.role, line: line.index, position, end: cell.start + role.end }];
    });
    return own.map((heading) => ({ ...heading, besides: own.length }));
  });
}

/** Whose block a place belongs to: under the last heading above it, within reach, in its column. */
export function ownerAt(headings: readonly PartyHeading[], line: PageLine, place: number): PartyRole | undefined {
  const before = headings.filter(
    (heading) => heading.line < line.index || (heading.line === line.index && heading.end <= place),
  );
  const last = before.at(-1);
  if (last === undefined || line.index - last.line > reach) return undefined;
  const row = before.filter((heading) => heading.line === last.line);
  if (row.length === 1 || last.line === line.index) return last.role;
  return row[Math.min(columnOf(line, place), row.length - 1)]?.role;
}

/** Side by side: which column a place is in, a label and its value counted as one. */
function columnOf({ cells }: PageLine, place: number): number {
  const before = cells.filter(({ start }) => start <= place);
  const columns = before.filter(({ text }, at) => !text.startsWith(":") && cells[at - 1]?.text.endsWith(":") !== true);
  return Math.max(0, columns.length - 1);
}

/** A heading stands at the beginning of its column, alone or before a colon. */
export function headingRole(folded: string): { role: PartyRole; end: number } | undefined {
  for (const { role, set } of sets) {
    const place = set.find(folded).find(({ start }) => start <= 2);
    if (place === undefined) continue;
    const rest = folded.slice(place.end).trim();
    const slashed = /^\/\p{L}+/u.exec(rest)?.[0] ?? "";
    const tail = rest.slice(slashed.length).trim();
    if (tail === "" || tail.startsWith(":") || (role === "vendor" && tail.startsWith("by "))) {
      const end = tail === "" ? folded.length : folded.indexOf(":", place.end) + 1;
      return { role, end: Math.max(end, place.end) };
    }
  }
  return undefined;
}

const sets = [
  { role: "other", set: otherHeading },
  { role: "customer", set: customerHeading },
  { role: "vendor", set: vendorHeading },
] as const;
