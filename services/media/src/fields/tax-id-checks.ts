import { longRemainder, luhn, mod11With10, weightedSum } from "./check-digits.ts";

/**
 * Checks of one kind of tax id. `shape` has one letter a character: 9 digit, @ letter, * either; other characters stand
 * for themselves. `bare`: may be believed without a label beside it once the check holds.
 */
export type TaxIdKind = {
  kind: string;
  country: string;
  shapes: readonly string[];
  check: (id: string) => boolean;
  bare?: true;
};

const nifLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

/** Spanish NIF or NIE: the letter is the number mod 23. */
export function isSpanishNif(id: string): boolean {
  const digits = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  return nifLetters.charAt(Number(digits) % 23) === id.at(-1);
}

/** Spanish CIF: control digit or letter by the kind of company. */
export function isSpanishCif(id: string): boolean {
  if (!"ABCDEFGHJKLMNPQRSUVW".includes(id.charAt(0))) return false;
  const digits = id.slice(1, 8);
  const doubled = [0, 2, 4, 6]
    .map((at) => Number(digits.charAt(at)) * 2)
    .map((twice) => Math.floor(twice / 10) + (twice % 10));
  const even = [1, 3, 5].map((at) => Number(digits.charAt(at)));
  const control = (10 - ([...doubled, ...even].reduce((sum, digit) => sum + digit, 0) % 10)) % 10;
  const letter = "JABCDEFGHI".charAt(control);
  const given = id.charAt(8);
  if ("ABEH".includes(id.charAt(0))) return given === String(control);
  if ("KPQRSNW".includes(id.charAt(0))) return given === letter;
  return given === String(control) || given === letter;
}

function isMexicanRfc(id: string): boolean {
  const alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
  const padded = id.padStart(13, " ");
  const sum = [...padded.slice(0, 12)].reduce((total, char, at) => total + alphabet.indexOf(char) * (13 - at), 0);
  const rest = (11 - (sum % 11)) % 11;
  const dated = /^.{3,4}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(id);
  return dated && padded.charAt(12) === (rest === 10 ? "A" : String(rest));
}

function isArgentineCuit(id: string): boolean {
  const rest = 11 - (weightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return /^(?:2[03457]|3[034])/.test(id) && (rest === 11 ? 0 : rest === 10 ? 9 : rest) === Number(id.at(-1));
}

function isColombianNit(id: string): boolean {
  const digits = id.slice(0, -1).padStart(15, "0");
  const rest = weightedSum(digits, [71, 67, 59, 53, 47, 43, 41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
  return (rest > 1 ? 11 - rest : rest) === Number(id.at(-1));
}

function isChileanRut(id: string): boolean {
  const digits = [...id.slice(0, -1)].reverse();
  const sum = digits.reduce((total, digit, at) => total + Number(digit) * ((at % 6) + 2), 0);
  return "0K987654321".charAt(sum % 11) === id.at(-1);
}

function isPeruvianRuc(id: string): boolean {
  const rest = 11 - (weightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return /^(?:10|15|16|17|20)/.test(id) && rest % 10 === Number(id.at(-1));
}

const brazilianDigit = (id: string, weights: readonly number[]) => {
  const rest = weightedSum(id, weights) % 11;
  return rest < 2 ? 0 : 11 - rest;
};

function isBrazilianCnpj(id: string): boolean {
  const weights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const checks = [brazilianDigit(id, weights), brazilianDigit(id, [6, ...weights])];
  return !sameDigit(id) && id.endsWith(checks.join(""));
}

function isBrazilianCpf(id: string): boolean {
  const first = brazilianDigit(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = brazilianDigit(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return !sameDigit(id) && id.endsWith(`${first}${second}`);
}

function isPortugueseNif(id: string): boolean {
  const rest = 11 - (weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return /^[1235689]/.test(id) && (rest > 9 ? 0 : rest) === Number(id.at(-1));
}

function isFrenchVat(id: string): boolean {
  const siren = id.slice(4);
  const key = id.slice(2, 4);
  if (!/^\d\d$/.test(key)) return luhn(siren);
  return (12 + 3 * (Number(siren) % 97)) % 97 === Number(key);
}

function isBritishVat(id: string): boolean {
  const digits = id.slice(2, 11);
  const total = weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + Number(digits.slice(7));
  return total % 97 === 0 || (total + 55) % 97 === 0;
}

function isIndianGstin(id: string): boolean {
  let sum = 0;
  for (let at = 0; at < 14; at += 1) {
    const product = Number.parseInt(id.charAt(at), 36) * ((at % 2) + 1);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return ((36 - (sum % 36)) % 36).toString(36).toUpperCase() === id.at(-1);
}

function isDutchVat(id: string): boolean {
  const digits = id.slice(2, 11);
  const old = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(digits.at(-1));
  return old || longRemainder(id, 97) === 1;
}

function isPolishNip(id: string): boolean {
  const digits = id.replace(/^PL/, "");
  return weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits.at(-1)) && !sameDigit(digits);
}

function isBelgianVat(id: string): boolean {
  return 97 - (Number(id.slice(2, 10)) % 97) === Number(id.slice(10));
}

function isAustrianVat(id: string): boolean {
  const digits = id.slice(3);
  const sum = [...digits.slice(0, 7)].reduce((total, digit, at) => {
    const weighted = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + Math.floor(weighted / 10) + (weighted % 10);
  }, 0);
  return (10 - ((sum + 4) % 10)) % 10 === Number(digits.at(-1));
}

const sameDigit = (id: string) => /^(\d)\1*$/.test(id);
const anything = () => false;

/** All kinds, those with a country's letters and the strictest checks first. */
export const taxIdKinds: readonly TaxIdKind[] = [
  {
    kind: "es-cif",
    country: "ES",
    shapes: ["@9999999*", "ES@9999999*"],
    bare: true,
    check: (id) => isSpanishCif(id.slice(-9)),
  },
  {
    kind: "es-nif",
    country: "ES",
    shapes: ["99999999@", "ES99999999@"],
    bare: true,
    check: (id) => isSpanishNif(id.slice(-9)),
  },
  { kind: "es-nie", country: "ES", shapes: ["X9999999@", "Y9999999@", "Z9999999@"], bare: true, check: isSpanishNif },
  { kind: "de-vat", country: "DE", shapes: ["DE999999999"], bare: true, check: (id) => mod11With10(id.slice(2)) },
  { kind: "fr-vat", country: "FR", shapes: ["FR**999999999"], bare: true, check: isFrenchVat },
  { kind: "it-vat", country: "IT", shapes: ["IT99999999999"], bare: true, check: (id) => luhn(id.slice(2)) },
  { kind: "gb-vat", country: "GB", shapes: ["GB999999999", "GB999999999999"], bare: true, check: isBritishVat },
  { kind: "nl-vat", country: "NL", shapes: ["NL999999999B99"], bare: true, check: isDutchVat },
  { kind: "pt-vat", country: "PT", shapes: ["PT999999999"], bare: true, check: (id) => isPortugueseNif(id.slice(2)) },
  { kind: "be-vat", country: "BE", shapes: ["BE0999999999", "BE1999999999"], bare: true, check: isBelgianVat },
  { kind: "at-vat", country: "AT", shapes: ["ATU99999999"], bare: true, check: isAustrianVat },
  { kind: "pl-nip", country: "PL", shapes: ["PL9999999999", "9999999999"], check: isPolishNip },
  { kind: "in-gstin", country: "IN", shapes: ["99@@@@@9999@*Z*"], bare: true, check: isIndianGstin },
  { kind: "mx-rfc", country: "MX", shapes: ["@@@@999999***", "@@@999999***"], bare: true, check: isMexicanRfc },
  { kind: "br-cnpj", country: "BR", shapes: ["99999999999999"], check: isBrazilianCnpj },
  { kind: "fr-siret", country: "FR", shapes: ["99999999999999"], check: luhn },
  { kind: "ar-cuit", country: "AR", shapes: ["99999999999"], check: isArgentineCuit },
  { kind: "pe-ruc", country: "PE", shapes: ["99999999999"], check: isPeruvianRuc },
  { kind: "it-vat", country: "IT", shapes: ["99999999999"], check: luhn },
  { kind: "br-cpf", country: "BR", shapes: ["99999999999"], check: isBrazilianCpf },
  { kind: "co-nit", country: "CO", shapes: ["9999999999", "999999999"], check: isColombianNit },
  { kind: "pt-nif", country: "PT", shapes: ["999999999"], check: isPortugueseNif },
  { kind: "fr-siren", country: "FR", shapes: ["999999999"], check: luhn },
  { kind: "cl-rut", country: "CL", shapes: ["99999999*", "9999999*"], check: isChileanRut },
  { kind: "us-ein", country: "US", shapes: ["999999999"], check: anything },
];

/** VAT ids of the other EU countries and neighbours: the shape only. */
export const vatShapes: Readonly<Record<string, RegExp>> = {
  ...{
    BG: /^BG\d{9,10}$/,
    CY: /^CY\d{8}[A-Z]$/,
    CZ: /^CZ\d{8,10}$/,
    DK: /^DK\d{8}$/,
    EE: /^EE\d{9}$/,
    EL: /^EL\d{9}$/,
  },
  ...{
    FI: /^FI\d{8}$/,
    HR: /^HR\d{11}$/,
    HU: /^HU\d{8}$/,
    IE: /^IE\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
    LT: /^LT(?:\d{9}|\d{12})$/,
  },
  ...{ LU: /^LU\d{8}$/, LV: /^LV\d{11}$/, MT: /^MT\d{8}$/, RO: /^RO\d{2,10}$/, SE: /^SE\d{12}$/, SI: /^SI\d{8}$/ },
  ...{ SK: /^SK\d{10}$/, CH: /^CHE\d{9}(?:MWST|TVA|IVA)?$/, NO: /^NO\d{9}(?:MVA)?$/, XI: /^XI\d{9}$/ },
};
