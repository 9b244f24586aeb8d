import { labelSet } from "./label-set.ts";
import type { PageLine } from "./page-lines.ts";
import { type TaxIdKind, taxIdKinds, vatShapes } from "./tax-id-checks.ts";

/** A tax id of a page, without spaces and dots. `checked`: its check digits hold; `labelled`: a tax label stands before it. */
export type TaxIdFound = {
  value: string;
  kind: string;
  country?: string;
  checked: boolean;
  labelled: boolean;
  line: number;
  start: number;
};

const labels: readonly { set: ReturnType<typeof labelSet>; kinds: readonly string[] }[] = [
  {
    kinds: ["es-cif", "es-nif", "es-nie"],
    set: labelSet("cif, nie, dni, c i f, num dni, nif/cif, cif/nif, nº dni"),
  },
  { kinds: ["es-cif", "es-nif", "es-nie", "pt-nif"], set: labelSet("nif, n i f, nif iva") },
  { kinds: ["pt-nif", "pt-vat"], set: labelSet("contribuinte, nº contribuinte") },
  {
    kinds: ["de-vat"],
    set: labelSet(`
  ust id nr, ust id, ust idnr, ust ident nr, ust identnr, umsatzsteuer id, umsatzsteuer identifikationsnummer,
  uid, uid nr, ust idnummer
`),
  },
  {
    kinds: ["de-tax"],
    set: labelSet(`
  steuernummer, steuer nr, steuernr, st nr, finanzamt steuernummer
`),
  },
  {
    kinds: ["fr-vat"],
    set: labelSet(`
  tva, n° tva, tva intra*, n° de tva intracommunautaire, numero de tva, id tva
`),
  },
  { kinds: ["fr-siret", "fr-siren"], set: labelSet("siret, siren, n° siret, rcs") },
  {
    kinds: ["it-vat"],
    set: labelSet(`
  p iva, partita iva, p. iva, piva, codice fiscale, cod fisc, c f
`),
  },
  { kinds: ["nl-vat"], set: labelSet("btw, btw nr, btw nummer, btw id") },
  { kinds: ["mx-rfc"], set: labelSet("rfc, r f c") },
  { kinds: ["ar-cuit"], set: labelSet("cuit, cuil, c u i t") },
  { kinds: ["co-nit"], set: labelSet("nit, n i t") },
  { kinds: ["cl-rut"], set: labelSet("rut, r u t, run") },
  { kinds: ["pe-ruc"], set: labelSet("ruc, r u c") },
  { kinds: ["br-cnpj"], set: labelSet("cnpj") },
  { kinds: ["br-cpf"], set: labelSet("cpf") },
  { kinds: ["pl-nip"], set: labelSet("nip") },
  { kinds: ["in-gstin"], set: labelSet("gstin, gst no, gst number, gstin/uin") },
  {
    kinds: ["us-ein"],
    set: labelSet(`
  ein, federal tax id, fein, tax id, employer identification number
`),
  },
  {
    kinds: ["*"],
    set: labelSet(`
  vat, vat no, vat number, vat reg no, vat id, vat reg, tax id, tax no, gst id, gst reg no, tin, vat/tin,
  steuer id, customer vat number, tax number, iva, id fiscal
`),
  },
];

const word = /[\p{L}\d&]+/gu;
const maxIds = 6;
const vatKinds = taxIdKinds.filter(({ kind }) => kind.endsWith("-vat"));
const bareKinds = taxIdKinds.filter((kind) => kind.bare === true);
const kindsByName = new Map(taxIdKinds.map((kind) => [kind.kind, kind]));

/** The tax ids of a line. Labelled ones need not pass their check, unlabelled ones must and have their country in them. */
export function taxIdsOf(line: PageLine, ocr = false): TaxIdFound[] {
  const found = [...labelledIds(line, ocr), ...bareIds(line)];
  return found.filter((id, at) => found.findIndex((other) => sameId(id.value, other.value)) === at);
}

/** Whether two are the same id, one perhaps with the letters of its country. */
export const sameId = (one: string, other: string) => one === other || one.slice(2) === other || one === other.slice(2);

function labelledIds(line: PageLine, ocr: boolean): TaxIdFound[] {
  const found: TaxIdFound[] = [];
  const places = labels.flatMap(({ set, kinds }) => set.find(line.folded).map((place) => ({ ...place, kinds })));
  for (const { end, kinds } of places
    .filter(({ end }) => /\d/.test(line.text.slice(end, end + 40)))
    .slice(0, maxIds)
    .sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const behind = /^[\s:.#°º)nro-]{0,8}/i.exec(line.text.slice(end))?.[0].length ?? 0;
    for (const start of [end + behind, end + (/^[\s:.#°º)-]*/.exec(line.text.slice(end))?.[0].length ?? 0)]) {
      const id = idAt(line.text.slice(start, start + 30), kinds, ocr);
      if (id === undefined || found.some((other) => Math.abs(other.start - start) < 6)) continue;
      found.push({ ...id, labelled: true, line: line.index, start });
    }
  }
  return found;
}

type Id = { value: string; kind: string; country?: string; checked: boolean };

function idAt(text: string, names: readonly string[], ocr: boolean): Id | undefined {
  if (names.includes("de-tax")) return germanTaxNumber(text);
  const wanted = names.includes("*") ? taxIdKinds : names.flatMap((name) => kindsByName.get(name) ?? []);
  const tried = [...prefixes(text)];
  const withCheck = tried.flatMap((value) => idOf(value, wanted, true)).find((id) => id.checked);
  if (withCheck !== undefined) return withCheck;
  const repaired = ocr ? tried.flatMap((value) => repairedIds(value, wanted))[0] : undefined;
  if (repaired !== undefined) return repaired;
  // A wrong check digit is common on samples and after OCR: the label speaks for it, the confidence says the rest.
  const others = names.includes("*") ? [] : taxIdKinds;
  const foreign = names.includes("*") || !names.some((name) => name.endsWith("-vat")) ? [] : vatKinds;
  return [
    ...tried.flatMap((value) => idOf(value, wanted, false)),
    ...tried.flatMap((value) => idOf(value, others, true)),
    ...tried.filter((value) => /^[A-Z]{2}/.test(value)).flatMap((value) => idOf(value, foreign, false)),
  ][0];
}

/** What stands at the place, read up to each possible end, longest first. */
function* prefixes(text: string): Generator<string> {
  const chunk = /^[A-ZÑ&\d](?:[ ./-]?[A-ZÑ&\d|]){5,21}/iu.exec(text)?.[0].toUpperCase() ?? "";
  for (let end = chunk.length; end >= 7; end -= 1) {
    const next = chunk.charAt(end);
    if (next === "" || /[ ./-]/.test(next)) yield chunk.slice(0, end).replaceAll(/[\s./-]/g, "");
  }
}

function idOf(value: string, kinds: readonly TaxIdKind[], mustHold: boolean): Id[] {
  const known = kinds
    .filter((kind) => kind.shapes.some((shape) => fits(value, shape)))
    .map((kind) => ({ value, kind: kind.kind, country: kind.country, checked: kind.check(value) }))
    .filter((id) => id.checked || !mustHold);
  const shape =
    vatShapes[value.slice(0, 2)]?.test(value) === true
      ? [{ value, kind: "vat", country: value.slice(0, 2), checked: false }]
      : [];
  return [...known, ...shape].sort((a, b) => Number(b.checked) - Number(a.checked));
}

function bareIds(line: PageLine): TaxIdFound[] {
  const words = [...line.text.matchAll(word)].filter(({ 0: text }) => /\d/.test(text) || /^[A-Z]{2,4}$/.test(text));
  return words.slice(0, 2 * maxIds).flatMap(({ index }) => {
    const values = [...prefixes(line.text.slice(index, index + 24))];
    const id = values.flatMap((value) => idOf(value, bareKinds, true)).find(({ checked }) => checked);
    return id === undefined ? [] : [{ ...id, labelled: false, line: line.index, start: index }];
  });
}

/** Letters read as the digits they look like and back, where the shape asks for it: believed only if the check holds. */
function repairedIds(value: string, kinds: readonly TaxIdKind[]): Id[] {
  return kinds.flatMap((kind) =>
    kind.shapes
      .filter((shape) => shape.length === value.length)
      .map((shape) => [...value].map((char, at) => coerced(char, shape.charAt(at))).join(""))
      .filter((candidate) => kind.shapes.some((shape) => fits(candidate, shape)) && kind.check(candidate))
      .map((candidate) => ({ value: candidate, kind: kind.kind, country: kind.country, checked: true })),
  );
}

function fits(value: string, shape: string): boolean {
  return value.length === shape.length && [...value].every((char, at) => fitsAt(char, shape.charAt(at)));
}

function fitsAt(char: string, wanted: string): boolean {
  if (wanted === "9") return char >= "0" && char <= "9";
  if (wanted === "@") return /[A-ZÑ&]/.test(char);
  return wanted === "*" ? /[A-Z\d]/.test(char) : char === wanted;
}

function coerced(char: string, wanted: string): string {
  if (wanted === "9") return digitFor[char] ?? char;
  if (wanted === "@") return letterFor[char] ?? char;
  return char;
}

function germanTaxNumber(text: string): Id | undefined {
  const value = /^\d{2,3}[ /]\d{3,4}[ /]\d{4,5}|^\d{10,13}(?!\d)/.exec(text)?.[0];
  return value === undefined ? undefined : { value, kind: "de-tax", country: "DE", checked: false };
}

const digitFor: Record<string, string> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  "|": "1",
  Z: "2",
  S: "5",
  G: "6",
  T: "7",
  B: "8",
};
const letterFor: Record<string, string> = { "0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B", "4": "A" };
