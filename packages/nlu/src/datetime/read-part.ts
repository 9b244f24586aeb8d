import { wordMark } from "../word-marks.ts";
import type { Found, Moment, PartOfDay } from "./moment.ts";
import { readCalendar } from "./read-calendar.ts";
import { readPeriod } from "./read-period.ts";
import { isCapital, mayBegin, type Reading, word } from "./reading.ts";

const parts = new Map<string, PartOfDay>([
  ["manana", "morning"],
  ["mananita", "morning"],
  ["morning", "morning"],
  ["mornin", "morning"],
  ["mrng", "morning"],
  ["morn", "morning"],
  ["tarde", "tarde"],
  ["tardecita", "tarde"],
  ["afternoon", "afternoon"],
  ["arvo", "afternoon"],
  ["aft", "afternoon"],
  ["evening", "evening"],
  ["eve", "evening"],
  ["noche", "night"],
  ["nochecita", "night"],
  ["night", "night"],
  ["nite", "night"],
  ["madrugada", "dawn"],
  ["mediodia", "noon"],
]);

/** First words of parts of the day. */
export const partStarts: readonly string[] = [...parts.keys()];

const beginsPart = wordMark((word) => parts.has(word));

/** "la tarde" after a day or an hour; on its own only where no greeting or "too late" is meant. */
export function partBehind(reading: Reading, at: number, moment: Moment): Found<Moment> | undefined {
  const part = mayBegin(reading, at, beginsPart) ? parts.get(word(reading, at)) : undefined;
  if (part === undefined || moment.part !== undefined) return undefined;
  const before = word(reading, at - 1);
  const started = moment.date !== undefined || moment.clock !== undefined;
  const found = { value: { part }, from: at, to: at + 1 };
  if (part === "noon") return started && moment.clock !== undefined ? found : undefined;
  if (word(reading, at) === "manana") {
    // "el sábado de mañana" is its morning, "a las 8 de mañana" is tomorrow.
    if (before === "la" || before === "las")
      return started ||
        word(reading, at + 1) === "del" ||
        /^(?:para|toda|hasta|durante|pa|x)$/.test(word(reading, at - 2))
        ? found
        : undefined;
    return before === "de" && moment.date?.kind === "weekday" && moment.clock === undefined ? found : undefined;
  }
  if (started) return part === "tarde" && before !== "la" && moment.date === undefined ? undefined : found;
  if (
    /^(?:del?|of)$/.test(word(reading, at + 1)) &&
    /^(?:la|the|el|en|por|a)$/.test(before) &&
    dayFollows(reading, at + 2)
  )
    return found;
  if (/^(?:since|by|till|til|until)$/.test(before))
    return { ...found, value: { part, date: { kind: "offset", days: 0 } } };
  if (/^(?:every|each)$/.test(before)) return found;
  return before === "la" && /^(?:para|toda|pa|durante|hasta)$/.test(word(reading, at - 2)) ? found : undefined;
}

/** The 6th of January, not a surname and not its cake. */
export function reyes(reading: Reading, at: number): Found<Moment> | undefined {
  if (word(reading, at) !== "reyes" || !/^(?:de|para|por|en|hasta|pa|desde|antes|x)$/.test(word(reading, at - 1)))
    return undefined;
  if (/^(?:rosca|roscas|roscon|roscones)$/.test(word(reading, at - 2)) || isCapital(reading, at - 2)) return undefined;
  return { value: { date: { kind: "calendar", day: 6, month: 1 } }, from: at, to: at + 1 };
}

function dayFollows(reading: Reading, at: number): boolean {
  const from = /^(?:el|the)$/.test(word(reading, at)) ? at + 1 : at;
  return (
    readPeriod(reading, from) !== undefined ||
    readCalendar(reading, from, "some") !== undefined ||
    /^(?:hoy|manana|ayer|today|tomorrow)$/.test(word(reading, from))
  );
}
