import { type LabelSet, labelSet } from "./label-set.ts";
import { payeeLabel, payerLabel } from "./labels.ts";
import { hasLegalForm, isLegalForm, nameLikeness, trimName } from "./names.ts";
import { fold, type PageLine } from "./page-lines.ts";
import { headingRole, ownerAt, type PartyHeading, type PartyRole } from "./party-blocks.ts";

export type NameFound = { value: string; confidence: number; line: number };

const nameLabel = labelSet(`
  name, nombre, company, firma, nom, nome, naam, razon social, denominación, empresa, raison sociale,
  ragione sociale
`);
const holder = labelSet(`
  titulaire du compte, titular de la cuenta, titular, kontoinhaber, account holder, account name, intestatario,
  rekeninghouder, payable to, payment received by, beneficiario, sold by
`);
const seat = labelSet(`
  siège social, domicilio social, registered office, sede legale, sede social, capital de, capital social,
  amtsgericht, inscrita en el registro, geschäftsführer, geschäftsführung, rcs, hrb
`);
const skipped = labelSet(`
  gln, *nummer, number, nr, globale, id, kunden nr, lief nr, cif, nif, vat, tel
`);

/** Who issued the document. */
export function readVendor(lines: readonly PageLine[], headings: readonly PartyHeading[]): NameFound | undefined {
  const named = headings
    .filter(({ role }) => role === "vendor")
    .flatMap((heading) => underHeading(heading, lines) ?? []);
  const found = [...named, ...fromTop(lines, headings), ...fromFoot(lines, headings), ...afterHolder(lines)];
  return found.sort((a, b) => b.confidence - a.confidence)[0];
}

/** Whom it was issued to: only under a heading that says so. */
export function readCustomer(lines: readonly PageLine[], headings: readonly PartyHeading[]): NameFound | undefined {
  const found = headings
    .filter(({ role }) => role === "customer")
    .flatMap((heading) => underHeading(heading, lines) ?? []);
  return found.sort((a, b) => b.confidence - a.confidence)[0];
}

/** The two ends of a transfer: who pays and who is paid, each behind or under its label. */
export function readTransfer(lines: readonly PageLine[]): { payee?: NameFound; payer?: NameFound } {
  const payee = behindLabel(lines, payeeLabel);
  const payer = behindLabel(lines, payerLabel);
  return { ...(payee === undefined ? {} : { payee }), ...(payer === undefined ? {} : { payer }) };
}

function behindLabel(lines: readonly PageLine[], set: LabelSet): NameFound | undefined {
  for (const line of lines) {
    const place = set.find(line.folded).find(({ start }) => start <= 2);
    if (place === undefined) continue;
    const rest = line.text.slice(place.end).replace(/^[\s:.-]+/, "");
    const name = trimName(rest === "" ? (lines[line.index + 1]?.text ?? "") : rest);
    if (nameLikeness(name) > 0) return nameOf(name, 0.85, rest === "" ? line.index + 1 : line.index);
  }
  return undefined;
}

function underHeading(heading: PartyHeading, lines: readonly PageLine[]): NameFound | undefined {
  const line = lines[heading.line];
  const cell = line?.cells[heading.position];
  if (line === undefined || cell === undefined) return undefined;
  const rest = trimName(line.text.slice(heading.end, cell.end));
  if (rest.length > 2 && headingRole(fold(rest)) === undefined) return nameOf(rest, 0.88, heading.line);
  const beside = line.cells[heading.position + 1];
  if (cell.text.endsWith(":") && beside !== undefined && headingRole(beside.folded) === undefined) {
    const name = trimName(beside.text);
    if (nameLikeness(name) > 0) return nameOf(name, 0.85, beside === undefined ? heading.line : line.index);
  }
  for (const below of lines.slice(heading.line + 1, heading.line + 6)) {
    const name = nameBelow(below, heading);
    if (name === "stop") return undefined;
    if (name !== undefined) return nameOf(name, 0.88, below.index);
  }
  return undefined;
}

function nameBelow(below: PageLine, heading: PartyHeading): string | "stop" | undefined {
  const labelled = below.cells.findIndex(
    (cell) => nameLabel.find(cell.folded).some(({ start }) => start === 0) && /:/.test(cell.text),
  );
  if (labelled >= 0) {
    const cell = below.cells[labelled];
    const own = cell?.text.slice(cell.text.indexOf(":") + 1).trim() ?? "";
    return trimName(own === "" ? (below.cells[labelled + 1]?.text ?? "") : own) || undefined;
  }
  const position = heading.besides > 1 || below.cells.length > heading.position + 1 ? heading.position : 0;
  const cell = below.cells[position] ?? (heading.besides > 1 ? undefined : below.cells[0]);
  if (cell === undefined) return undefined;
  if (headingRole(cell.folded) !== undefined && heading.besides === 1) return "stop";
  if (skipped.find(cell.folded).some(({ start }) => start === 0) || /:/.test(cell.text)) return undefined;
  const name = trimName(cell.text);
  return nameLikeness(name) > 0 ? name : undefined;
}

/** The name on top of the page: the first line that looks like one, a company's or a trade's name before a plain one. */
function fromTop(lines: readonly PageLine[], headings: readonly PartyHeading[]): NameFound[] {
  let rank = 0;
  return lines.slice(0, 14).flatMap((line) =>
    line.cells.flatMap((cell) => {
      if (blocked(headings, line, cell.start)) return [];
      const own = trimName(cell.text);
      if (nameLikeness(own) <= 0) return [];
      const name = withForm(own, lines[line.index + 1]);
      const likeness = nameLikeness(name);
      rank += 1;
      // A comma at the end: a line of an address goes on.
      const weak = (line.confidence < 0.55 ? 0.15 : 0) + (/,\s*$/.test(cell.text) ? 0.15 : 0);
      return [
        { value: name, line: line.index, confidence: Math.min(0.85, likeness + 0.12 - 0.05 * (rank - 1) - weak) },
      ];
    }),
  );
}

/** A name too long for its line: its legal form stands alone on the next one. */
function withForm(name: string, next: PageLine | undefined): string {
  const form = next?.cells.length === 1 ? next.text.trim() : "";
  return hasLegalForm(name) || !isLegalForm(form) ? name : `${name} ${form}`;
}

/** Small print names the company beside its seat, its register or its capital. */
function fromFoot(lines: readonly PageLine[], headings: readonly PartyHeading[]): NameFound[] {
  return lines.flatMap((line) => {
    if (!seat.has(line.folded) || blocked(headings, line, 0)) return [];
    const own = trimName(line.text);
    const text = hasLegalForm(own) && own.length < 60 ? own : trimName(lines[line.index - 1]?.cells[0]?.text ?? "");
    const likeness = nameLikeness(text);
    return likeness > 0 && text.split(" ").length < 7
      ? [{ value: text, line: line.index, confidence: 0.35 + likeness * 0.6 }]
      : [];
  });
}

function afterHolder(lines: readonly PageLine[]): NameFound[] {
  return lines.flatMap((line) =>
    holder.find(line.folded).flatMap(({ end }) => {
      const name = trimName(line.text.slice(end).replace(/^[\s:.-]+/, ""));
      const sold = /sold by\s*$/.test(line.folded.slice(0, end));
      const likeness = nameLikeness(name);
      return likeness > 0 ? [{ value: name, line: line.index, confidence: (sold ? 0.3 : 0.1) + likeness * 0.6 }] : [];
    }),
  );
}

function blocked(headings: readonly PartyHeading[], line: PageLine, place: number): boolean {
  const owner: PartyRole | undefined = ownerAt(headings, line, place);
  return owner === "customer" || owner === "other";
}

function nameOf(value: string, confidence: number, line: number): NameFound | undefined {
  return /\p{L}{2}/u.test(value) ? { value, confidence, line } : undefined;
}
