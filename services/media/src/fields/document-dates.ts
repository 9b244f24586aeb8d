import { type DateFound, dateOrderOf, datesOf } from "./dates.ts";
import { documentNoun, dueDate, issueDate, otherDate } from "./labels.ts";
import { cellAt, type PageLine } from "./page-lines.ts";

/** A date of the document, ISO. */
export type DocumentDate = { value: string; confidence: number; line: number };
type Role = "issue" | "due" | "other" | "none";
type Judged = DateFound & { role: Role; score: number };

/** When a document was issued and when it is due. `american`: an ambiguous 03/04 is the 4th of March. */
export function readDates(lines: readonly PageLine[], american: boolean): { issue?: DocumentDate; due?: DocumentDate } {
  const order = dateOrderOf(lines, american);
  const judged = lines.flatMap((line) => {
    const dates = datesOf(line, order);
    return dates.map((date) => judge(date, lines, dates.length));
  });
  const issues = judged.filter(({ role }) => role === "issue" || role === "none");
  const issue = best(issues) ?? undefined;
  const dues = judged.filter(({ role, value }) => role === "due" && (issue === undefined || value >= issue.value));
  const due = best(dues);
  return {
    ...(issue === undefined ? {} : { issue: asDate(issue) }),
    ...(due === undefined ? {} : { due: asDate(due) }),
  };
}

function judge(date: DateFound, lines: readonly PageLine[], crowd: number): Judged {
  const line = lines[date.line];
  if (line === undefined) return { ...date, role: "none", score: 0 };
  const role = roleOf(date, line, lines);
  const early = 0.15 * (1 - date.line / Math.max(lines.length, 1));
  const sentence = role !== "issue" && line.text.split(/\s+/).length > 12 ? 0.25 : 0;
  const base = { issue: 0.8, due: 0.8, other: 0, none: date.timed ? 0.5 : 0.35 }[role];
  // A list or a range of dates is about the service, not about the document.
  const list = role === "none" && crowd > 1 ? 0.2 : 0;
  return { ...date, role, score: base + early - sentence - list };
}

function roleOf(date: DateFound, line: PageLine, lines: readonly PageLine[]): Role {
  const before = line.folded.slice(0, date.start);
  const place = cellAt(line, date.start);
  const own = nearest(labelText(line, date.start, place));
  if (own !== "none") return own;
  // "Invoice no. 17 of 3 May", "Rechnung Nr. 17 vom 3. Mai".
  const noun = documentNoun.find(before)[0];
  if (
    noun !== undefined &&
    /(?<!\p{L})(?:vom|von|du|de|del|of|dated|van|do|z dnia)\s{0,3}$/u.test(before) &&
    before.length - noun.end < 60
  )
    return "issue";
  // Two columns: a column's heading stands over its dates; a label may also stand alone in the line above.
  for (const above of [lines[date.line - 1], lines[date.line - 2]]) {
    if (above === undefined || place === undefined) continue;
    const sameColumns = above.cells.length === line.cells.length && line.cells.length > 1;
    const heading = sameColumns
      ? above.cells[place.position]?.folded
      : line.cells.length === 1
        ? above.cells[0]?.folded
        : undefined;
    if (heading === undefined || /\d/.test(heading) || heading.length > 40) continue;
    const role = nearest(heading);
    if (role !== "none") return role;
  }
  return "none";
}

/** What a label can stand in: the date's own column and the one before it, if that has no value of its own. */
function labelText(line: PageLine, start: number, place: ReturnType<typeof cellAt>): string {
  if (place === undefined) return line.folded.slice(0, start);
  const left = line.cells[place.position - 1];
  const open =
    left !== undefined && !/\d/.test(left.text) && /^[\s:]*$/.test(line.folded.slice(place.cell.start, start));
  return line.folded.slice(open ? left.start : place.cell.start, start);
}

/** The label that ends last decides; of two that end alike the longer one: "due date" is not "date". */
function nearest(before: string): Role {
  const near = before.slice(-70);
  const places = (["other", "due", "issue"] as const).flatMap((role) =>
    sets[role].find(near).map(({ start, end }) => ({ role, start, end })),
  );
  const last = places.sort((a, b) => b.end - a.end || a.start - b.start)[0];
  if (last === undefined) return "none";
  const rest = near.slice(last.end);
  if (rest.length > 30) return "none";
  // "Delivery date": the word before the plain label says which date it is.
  const before2 = places.find(({ role, end }) => role !== "issue" && last.start - end <= 4 && last.start >= end - 1);
  return last.role === "issue" && before2 !== undefined ? before2.role : last.role;
}

const sets = { other: otherDate, due: dueDate, issue: issueDate };

function best(dates: readonly Judged[]): Judged | undefined {
  return [...dates].sort((a, b) => b.score - a.score)[0];
}

const asDate = ({ value, score, line }: Judged): DocumentDate => ({ value, line, confidence: Math.min(0.95, score) });
