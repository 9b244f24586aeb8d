import { longRemainder } from "./check-digits.ts";
import type { PageLine } from "./page-lines.ts";

/** An IBAN whose length and mod 97 hold. `repaired`: letters were read as the digits they look like. */
export type IbanFound = { value: string; line: number; repaired: boolean };

// Length, and how many characters behind the check digits are digits for sure (from the left).
const countries: Record<string, readonly [length: number, digits: number]> = {
  ...{
    AD: [24, 8],
    AE: [23, 19],
    AL: [28, 8],
    AT: [20, 16],
    AZ: [28, 0],
    BA: [20, 16],
    BE: [16, 12],
    BG: [22, 0],
    BH: [22, 0],
  },
  ...{
    BR: [29, 23],
    CH: [21, 5],
    CR: [22, 18],
    CY: [28, 8],
    CZ: [24, 20],
    DE: [22, 18],
    DK: [18, 14],
    DO: [28, 0],
    EE: [20, 16],
  },
  ...{
    EG: [29, 25],
    ES: [24, 20],
    FI: [18, 14],
    FO: [18, 14],
    FR: [27, 10],
    GB: [22, 0],
    GE: [22, 0],
    GI: [23, 0],
    GL: [18, 14],
  },
  ...{
    GR: [27, 7],
    GT: [28, 0],
    HR: [21, 17],
    HU: [28, 24],
    IE: [22, 0],
    IL: [23, 19],
    IS: [26, 22],
    IT: [27, 0],
    JO: [30, 0],
  },
  ...{
    KW: [30, 0],
    KZ: [20, 3],
    LB: [28, 4],
    LI: [21, 5],
    LT: [20, 16],
    LU: [20, 3],
    LV: [21, 0],
    MC: [27, 10],
    MD: [24, 0],
  },
  ...{
    ME: [22, 18],
    MK: [19, 3],
    MT: [31, 0],
    MU: [30, 0],
    NL: [18, 0],
    NO: [15, 11],
    PK: [24, 0],
    PL: [28, 24],
    PS: [29, 0],
  },
  ...{
    PT: [25, 21],
    QA: [29, 0],
    RO: [24, 0],
    RS: [22, 18],
    SA: [24, 2],
    SE: [24, 20],
    SI: [19, 15],
    SK: [24, 20],
    SM: [27, 0],
  },
  ...{ TN: [24, 20], TR: [26, 6], UA: [29, 6], VA: [22, 18], XK: [20, 16] },
};

/** Whether length and mod 97 of an IBAN without spaces hold. */
export function isIban(iban: string): boolean {
  const country = countries[iban.slice(0, 2)];
  if (country === undefined || iban.length !== country[0] || !/^[A-Z]{2}\d\d[A-Z0-9]+$/.test(iban)) return false;
  return longRemainder(iban.slice(4) + iban.slice(0, 4), 97) === 1;
}

/** The IBANs of a page that hold; one that does not is nobody's account and left out. */
export function findIbans(lines: readonly PageLine[]): IbanFound[] {
  const found = new Map<string, IbanFound>();
  for (const line of lines) {
    const upper = line.text.toUpperCase();
    if (!/\d/.test(upper)) continue;
    const starts = [...upper.matchAll(/(?<![\p{L}\d])[A-Z]{2} ?[\dOIL|SB]{2}(?=[ \-.]?[A-Z\d])/gu)];
    for (const match of starts.slice(0, 6)) {
      // An account number may go on in the next line of its column.
      const next = lines[line.index + 1]?.text.toUpperCase() ?? "";
      const iban = readIban(upper.slice(match.index)) ?? readIban(`${upper.slice(match.index)} ${next}`);
      if (iban !== undefined && !found.has(iban.value)) found.set(iban.value, { ...iban, line: line.index });
    }
  }
  return [...found.values()];
}

function readIban(text: string): { value: string; repaired: boolean } | undefined {
  const country = countries[text.slice(0, 2)];
  if (country === undefined) return undefined;
  const [length, digits] = country;
  const printed = text
    .slice(0, length * 2)
    .replaceAll(/[\s.-]/g, "")
    .slice(0, length);
  const solid = /^\d*$/.test(printed.slice(2, 4 + digits));
  if (solid && isIban(printed)) return { value: printed, repaired: false };
  const repaired = [...printed]
    .map((char, at) => (at >= 2 && at < 4 + digits ? (looksLike[char] ?? char) : char))
    .join("");
  return isIban(repaired) ? { value: repaired, repaired: true } : undefined;
}

const looksLike: Record<string, string> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  "|": "1",
  Z: "2",
  S: "5",
  G: "6",
  B: "8",
};
