import { remembered } from "./remembered.ts";
import type { Language } from "./translated.ts";
import { createZone } from "./zone.ts";

/** How a business writes amounts, days and times; made once for a business, as formatters are dear. */
export type Formats = {
  /** `$35`, `$1,250.50`. */
  money: (amount: number, language: Language) => string;
  /** `2026-11-21` as "sábado 21 de noviembre". */
  date: (date: string, language: Language) => string;
  /** `HH:MM` or minutes after midnight. */
  time: (time: string | number, language: Language) => string;
  /** A day and time of the business's zone, from Unix ms. */
  moment: (atMs: number, language: Language) => string;
  /** "a, b y c". */
  list: (parts: readonly string[], language: Language) => string;
};

const mostKept = 2_000;
/** Where English is written with "8 pm". */
const twelveHours = new Set(["US", "CA", "AU", "NZ", "IN", "PH", "PR"]);

export function createFormats(business: { region: string; currency: string; timeZone: string }): Formats {
  const zone = createZone(business.timeZone);
  const es = formatsOf("es", business);
  const en = formatsOf("en", business);
  const of = (language: Language) => (language === "es" ? es : en);
  return {
    money: (amount, language) => of(language).money(amount),
    date: (date, language) => of(language).date(date),
    time: (time, language) => timeText(typeof time === "number" ? time : minutesOf(time), of(language).twelve),
    moment: (atMs, language) => {
      const { date, minutes } = zone.localOf(atMs);
      const formats = of(language);
      return `${formats.date(date)}, ${timeText(minutes, formats.twelve)}`;
    },
    list: (parts, language) => (parts.length < 2 ? (parts[0] ?? "") : of(language).list.format(parts)),
  };
}

function formatsOf(language: Language, { region, currency }: { region: string; currency: string }) {
  const locale = `${language}-${region}`;
  const twelve = language === "en" && twelveHours.has(region);
  const money = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
  const date = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return {
    twelve,
    // Intl costs 1 µs an amount and 8 µs a day, and shops say the same ones all day.
    money: remembered(mostKept, (amount: number) => money.format(amount)),
    date: remembered(mostKept, (day: string) => plainDate(date.format(new Date(`${day}T12:00:00Z`)))),
    list: new Intl.ListFormat(locale, { type: "conjunction" }),
  };
}

/** "sábado, 21 de noviembre" reads stiff in a chat. */
function plainDate(text: string): string {
  return text.replace(/^(\p{L}+), (?=\d)/u, "$1 ");
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.replace(/^T/, "").split(":").map(Number);
  return hours * 60 + minutes;
}

function timeText(minutes: number, twelve: boolean): string {
  const hour = Math.floor(minutes / 60) % 24;
  const rest = String(minutes % 60).padStart(2, "0");
  if (!twelve) return `${hour}:${rest}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${rest === "00" ? "" : `:${rest}`} ${hour < 12 ? "am" : "pm"}`;
}
