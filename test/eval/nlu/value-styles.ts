import type { Entity } from "@parley/nlu/entity";

type Valued = Pick<Entity, "type" | "text" | "value">;
type Place = { lang: string; ref: string | undefined };

/** Writes a value in the notation of a public set; only notation, the reading stays as it is. */
export function valueInNotation(file: string, entity: Valued, place: Place): unknown {
  if (entity.type !== "datetime" || typeof entity.value !== "string") return entity.value;
  if (file.startsWith("recognizers")) return asTimex(entity.value, entity.text.toLowerCase(), place);
  if (file.startsWith("duckling") && place.ref !== undefined)
    return asInstant(entity.value, entity.text.toLowerCase(), { ...place, ref: place.ref });
  return entity.value;
}

const timexParts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { "06:00/12:00": "08:00/12:00", "12:00/18:00": "12:00/16:00", "18:00/22:00": "16:00/20:00" },
  es: { "06:00/12:00": "08:00/12:00", "12:00/20:00": "16:00/20:00", "18:00/22:00": "16:00/20:00" },
};

/** Months and years as ranges, repeats as "not resolved", its own hours of the parts of the day, the night ending at 23:59:59. */
function asTimex(value: string, text: string, { lang, ref = "" }: Place): string {
  if (value.startsWith("XXXX") || repeats.test(value)) return "not resolved";
  if (seasons.test(value)) return "not resolved";
  if (nowWords.test(value)) return ref.replace("T", " ");
  if (/^(?:dentro de|within)\b/.test(text) && !value.includes("/")) return `${ref.slice(0, 10)}/${value}`;
  const [start = "", end] = value.split("/");
  if (end === undefined) return label(start) ?? value;
  if (start === "") return `/${firstDay(end)}`;
  if (end === "")
    return `${/^(?:after|despues|después)/.test(text) ? (label(start)?.split("/")[1] ?? start) : firstDay(start)}/`;
  const hours = `${start.slice(-5)}/${end.slice(-5)}`;
  const part =
    start.includes("T") && dayParts.test(text) ? timexParts[lang === "es" ? "es" : "en"]?.[hours] : undefined;
  if (part !== undefined) {
    const [from = "", to = ""] = part.split("/");
    return `${start.slice(0, -5)}${from}/${end.slice(0, -5)}${to}`;
  }
  if (hours === "20:00/00:00") return `${start}/${start.slice(0, -5)}23:59:59`;
  return `${firstDay(start)}/${firstDay(end)}`;
}

const repeats =
  /^(?:daily|everyday|hourly|weekly|biweekly|monthly|yearly|annual|nightly|every|each|cada|once|twice|una vez|dos veces|todos|todas|diari|semanal|mensual|anual|trimestral|quarterly|weekends?|fines de|los fines)/;
const seasons =
  /^(?:the |el |la )?(?:spring|summer|autumn|winter|primavera|verano|otono|invierno|fiscal year|school year|ano fiscal|ano escolar)$/;
const dayParts = /ma[nñ]ana|morning|tarde|noon|evening|night|noche|tonite/;
const nowWords =
  /^(?:now|ahora|ahora mismo|currently|at the moment|en este momento|at this moment|at present|asap|as soon as possible)$/;

/** "2016-10" as its days, the end exclusive; undefined for a whole date. */
function label(value: string): string | undefined {
  if (/^\d{4}$/.test(value)) return `${value}-01-01/${Number(value) + 1}-01-01`;
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month === null) return undefined;
  const [, year = "", of = ""] = month;
  const next = of === "12" ? `${Number(year) + 1}-01` : `${year}-${String(Number(of) + 1).padStart(2, "0")}`;
  return `${value}-01/${next}-01`;
}

function firstDay(value: string): string {
  return label(value)?.split("/")[0] ?? value;
}

/** "9:30 - 11:00" lasts through the minute, "3-4pm" through the hour (in English only). */
function untilIncluded(range: string, text: string, lang: string): string {
  if (lang !== "en" || !/^\D*\d.*\d/.test(text)) return range;
  const [start = "", end = ""] = range.split("/");
  const last = /(\d+(?:[:.h]\d+)?)\D*$/.exec(text.replace(/\s+(?:on|next|this)\s.*$/, ""))?.[1] ?? "";
  const step = /[:.h]\d/.test(last) ? 60_000 : 3_600_000;
  return `${start}/${new Date(Date.parse(`${end.slice(0, 16)}:00Z`) + step).toISOString().slice(0, 16)}`;
}

const instantParts: Readonly<Record<string, { en: string; es: string }>> = {
  "06:00/12:00": { en: "00:00/12:00", es: "04:00/12:00" },
  "12:00/18:00": { en: "12:00/19:00", es: "12:00/19:00" },
  "12:00/20:00": { en: "12:00/19:00", es: "12:00/19:00" },
  "18:00/22:00": { en: "18:00/00:00", es: "18:00/00:00" },
  "20:00/00:00": { en: "18:00/00:00", es: "18:00/00:00" },
};

/** Hours of the day as the next such moment, months and years as their first day, the end of a range of days exclusive. */
function asInstant(value: string, text: string, { lang, ref }: { lang: string; ref: string }): unknown {
  if (nowWords.test(value)) return ref;
  const [start = "", end] = value.split("/");
  if (end === undefined) {
    if (/^\d{4}(?:-\d\d)?$/.test(start))
      return [firstDay(start), start.length === 4 ? `${start}-00-00` : `${start}-00`];
    if (start.startsWith("T")) return next(start, ref);
    // "in 7 days": to the hour.
    if (/^(?:en|in|dentro|hace)\b.*\b(?:d[ií]as?|days?)$|\bdays? ago$/.test(text) && start.length === 10)
      return `${start}T${ref.slice(11, 13)}:00:00`;
    return start;
  }
  const named = instantParts[`${start.slice(-5)}/${end.slice(-5)}`];
  if (named !== undefined && start.includes("T") && dayParts.test(text)) {
    const [from = "", to = ""] = named[lang === "es" ? "es" : "en"].split("/");
    const day = start.startsWith("T") ? next(from, ref).slice(0, 10) : start.slice(0, 10);
    return `${day}T${from}/${to === "00:00" ? dayAfter(day) : day}T${to}`;
  }
  if (/^(?:.*week-?end|fin de semana|finde)/.test(text)) return `${dayBefore(start)}T18:00/${end}T00:00`;
  if (start.startsWith("T") && end === "") return `${next(start, ref)}/`;
  if (start.startsWith("T")) {
    const from = next(start, ref);
    const to = `${from.slice(0, 10)}${end}`;
    return untilIncluded(`${from}/${to <= from ? `${dayAfter(from)}${end}` : to}`, text, lang);
  }
  if (start === "" || end === "") return start === "" ? `${ref}/${end}` : `${start}/`;
  if (start.includes("T") && end.includes("T")) return untilIncluded(value, text, lang);
  if (lang === "es" && /mes|a[nñ]o/.test(text)) {
    const grain = /mes/.test(text) ? 7 : 4;
    const zero = (day: string) => `${day.slice(0, grain)}${grain === 7 ? "-00" : "-00-00"}`;
    return [value, `${zero(start)}/${zero(end)}`];
  }
  const twoDays =
    /^\d{4}-\d\d-\d\d$/.test(end) && /\d.*(?:-|\ba\b|\bal\b|\bto\b|\bhasta\b|thr|\by\b|\band\b).*\d/.test(text);
  return `${firstDay(start)}/${twoDays ? dayAfter(end) : firstDay(end)}`;
}

/** The next moment after `ref` at which the clock shows `time`. */
function next(time: string, ref: string): string {
  const today = `${ref.slice(0, 10)}${time}:00`;
  return today > ref ? today : `${dayAfter(ref)}${time}:00`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
