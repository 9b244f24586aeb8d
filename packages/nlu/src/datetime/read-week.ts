import { wordMark } from "../word-marks.ts";
import type { DatePart, Found } from "./moment.ts";
import { dayCue, readCalendar } from "./read-calendar.ts";
import { mayBegin, type Reading, word } from "./reading.ts";
import { months, weekdays } from "./words.ts";

const places = new Map<string, number>(
  "1 primera primer primero first 1st 1ra 1era,2 segunda segundo second 2nd 2da,3 tercera tercer third 3rd 3ra,4 cuarta cuarto fourth 4th 4ta,5 ultima ultimo last final"
    .split(",")
    .flatMap((group) => {
      const [number, ...names] = group.split(" ");
      return names.map((name): [string, number] => [name, Number(number)]);
    }),
);

/** First words of weeks named by a date. */
export const weekStarts: readonly string[] = [...places.keys(), "semana", "week"];

/** Also what two tokens may make up: "1 ra". */
const beginsWeek = wordMark((word) => weekStarts.some((start) => start.startsWith(word)));

/** "el primer domingo de junio", "the last Friday of the month". */
function weekdayOfMonth(
  reading: Reading,
  { at, from, week }: { at: number; from: number; week: number },
): Found<DatePart> | undefined {
  const weekday = weekdays.get(word(reading, from));
  if (weekday === undefined || !/^(?:de|del|of|in|en)$/.test(word(reading, from + 1))) return undefined;
  let name = from + 2;
  const said = word(reading, name);
  if (/^(?:the|el|este|this|next|cada|proximo)$/.test(said)) name++;
  const month = months.get(word(reading, name));
  if (month !== undefined)
    return { value: { kind: "weekdayOfMonth", week, weekday, month, shift: 0 }, from: at, to: name + 1 };
  if (!/^(?:mes|month)$/.test(word(reading, name))) return undefined;
  const ahead = word(reading, name + 1) === "que" && word(reading, name + 2) === "viene";
  const shift = said === "next" || said === "proximo" || ahead ? 1 : 0;
  return { value: { kind: "weekdayOfMonth", week, weekday, shift }, from: at, to: ahead ? name + 3 : name + 1 };
}

/** "la semana del 8 de junio", "the week of June 8", "la primera semana de julio". */
export function readWeek(reading: Reading, at: number): Found<DatePart> | undefined {
  if (!mayBegin(reading, at, beginsWeek)) return undefined;
  const glued = word(reading, at) + word(reading, at + 1);
  const place = places.get(word(reading, at)) ?? places.get(glued);
  const from = place === undefined ? at : places.has(word(reading, at)) ? at + 1 : at + 2;
  if (place !== undefined && weekdays.has(word(reading, from)))
    return weekdayOfMonth(reading, { at, from, week: place });
  if (!/^(?:semana|week)$/.test(word(reading, from))) return undefined;
  let link = from + 1;
  while (link < from + 4 && /^(?:de|del|of|in|en|the|commencing|beginning|starting)$/.test(word(reading, link))) link++;
  if (link === from + 1) return undefined;
  if (place !== undefined) {
    const month = months.get(word(reading, link));
    return month === undefined
      ? undefined
      : { value: { kind: "weekOfMonth", week: place, month }, from: at, to: link + 1 };
  }
  const day = readCalendar(reading, link, dayCue(reading, link));
  return day?.value.kind === "calendar"
    ? { value: { kind: "weekOf", date: day.value }, from: at, to: day.to }
    : undefined;
}
