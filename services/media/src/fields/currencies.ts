// Signs and words before or behind an amount. A bare "$" says dollars or pesos: the country decides.
const signs: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "¥": "JPY",
  "₽": "RUB",
  "₺": "TRY",
  "₩": "KRW",
  "₪": "ILS",
  "₫": "VND",
  $: "USD",
  us$: "USD",
  u$s: "USD",
  r$: "BRL",
  mx$: "MXN",
  ca$: "CAD",
  c$: "CAD",
  a$: "AUD",
  au$: "AUD",
  s$: "SGD",
  hk$: "HKD",
  "s/": "PEN",
  "s/.": "PEN",
  rm: "MYR",
  rs: "INR",
  "rs.": "INR",
  zł: "PLN",
  kč: "CZK",
  euro: "EUR",
  euros: "EUR",
};
const codes = [
  ..."EUR USD GBP CHF MXN ARS COP CLP PEN BRL UYU PYG BOB CRC GTQ DOP VES CAD AUD NZD JPY CNY INR MYR SGD HKD THB".split(
    " ",
  ),
  ..."PLN CZK HUF RON BGN SEK NOK DKK ISK TRY RUB UAH ZAR AED SAR ILS KRW PHP IDR VND MAD EGP NGN KES".split(" "),
];

const codeSet = new Set(codes);
const anyCode = new RegExp(`(?<![\\p{L}\\d])(?:${codes.join("|")})(?![\\p{L}\\d])`, "gu");

/** The ISO code of a printed sign or code. */
export function currencyOf(sign: string): string | undefined {
  const upper = sign.trim().toUpperCase();
  if (codeSet.has(upper)) return upper;
  return signs[sign.trim().toLowerCase()];
}

const maxSign = 5;

/** The sign or code a text ends with, if it does not run on from a word: "Total US$". */
export function currencyAtEnd(text: string): string | undefined {
  for (let length = Math.min(maxSign, text.length); length > 0; length -= 1) {
    const sign = text.slice(-length);
    const joined = /^\p{L}/u.test(sign) && /\p{L}$/u.test(text.slice(0, -length));
    const code = joined || /\s/.test(sign) ? undefined : currencyOf(sign);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The sign or code a text begins with, and its length: " EUR", "€/m". */
export function currencyAtStart(text: string): { code: string; length: number } | undefined {
  const gap = /^\s?/.exec(text)?.[0].length ?? 0;
  for (let length = Math.min(maxSign, text.length - gap); length > 0; length -= 1) {
    const sign = text.slice(gap, gap + length);
    const joined = /\p{L}$/u.test(sign) && /^\p{L}/u.test(text.slice(gap + length));
    const code = joined || /\s/.test(sign) ? undefined : currencyOf(sign);
    if (code !== undefined) return { code, length: gap + length };
  }
  return undefined;
}

/** Codes that stand in a text, in capitals. */
export function currencyCodesIn(text: string): string[] {
  return [...text.matchAll(anyCode)].map(([code]) => code);
}

/** The currency that is legal where a tax id or an IBAN of that country is printed. */
export function currencyOfCountry(country: string): string | undefined {
  if (euroCountries.includes(country)) return "EUR";
  return currencyByCountry[country];
}

const euroCountries = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");
const currencyByCountry: Record<string, string> = {
  ...{ MX: "MXN", AR: "ARS", CO: "COP", CL: "CLP", PE: "PEN", BR: "BRL", GB: "GBP", IN: "INR", US: "USD", CH: "CHF" },
  ...{ PL: "PLN", CZ: "CZK", SE: "SEK", DK: "DKK", NO: "NOK", HU: "HUF", RO: "RON" },
};

/** Currencies whose sign is a bare "$" where they are at home. */
export const dollarSignCountries: readonly string[] = ["MX", "AR", "CO", "CL"];
