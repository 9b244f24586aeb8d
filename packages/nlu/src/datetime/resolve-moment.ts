import { civil } from "./civil.ts";
import type { LocalTime } from "./local-clock.ts";
import type { ClockPart, Moment, PartOfDay } from "./moment.ts";
import { type Dated, pad, resolveDate } from "./resolve-date.ts";

/** What decides between morning and evening of a bare "8". */
export type Leaning = "am" | "pm" | undefined;

/** The parts of the day in minutes since midnight; each ends where the next begins. */
const parts: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  dawn: [0, 360],
  early: [360, 600],
  morning: [360, 720],
  noon: [720, 840],
  afternoon: [720, 1080],
  tarde: [720, 1200],
  evening: [1080, 1320],
  night: [1200, 1440],
};

/** The ISO form of a moment (see `EntityValue`), or undefined if there is no such date. */
export function resolveMoment(moment: Moment, now: LocalTime, leaning: Leaning): string | undefined {
  const past = moment.past === true;
  if (moment.ends !== undefined) return fromEnds(moment.ends, now, { leaning, past });
  const dated = moment.date === undefined ? undefined : resolveDate(moment.date, now, past);
  if (moment.date !== undefined && dated === undefined) return undefined;
  const value = moment.dateEnd === undefined ? single(moment, dated, { now, leaning }) : dateRange(moment, dated, now);
  if (value === undefined || moment.bound === undefined) return value;
  if (value.includes("/")) {
    const [start = "", end = ""] = value.split("/");
    return moment.bound === "before" ? `/${start}` : `${moment.part === undefined ? end : start}/`;
  }
  return moment.bound === "before" ? `/${value}` : `${value}/`;
}

function single(
  moment: Moment,
  dated: Dated | undefined,
  { now, leaning }: { now: LocalTime; leaning: Leaning },
): string | undefined {
  const { clock, clockEnd, part } = moment;
  if (clock !== undefined && clockEnd !== undefined) return clockRange(moment, dated, leaning);
  if (clock !== undefined) {
    const today = dated?.kind === "day" && dated.day === now.day && moment.past !== true ? now.minute : undefined;
    return at(dated, minuteOf(clock, part, { leaning, after: today }));
  }
  if (part === undefined) return dated === undefined ? undefined : dateText(dated);
  const [from, to] = parts[part];
  return `${at(dated, from)}/${at(dated, to)}`;
}

function dateText(dated: Dated): string {
  switch (dated.kind) {
    case "day":
      return isoDay(dated.day);
    case "days":
      return `${isoDay(dated.from)}/${isoDay(dated.to)}`;
    case "instant":
      return `${isoDay(dated.day)}${isoClock(dated.minute)}`;
    case "label":
      return dated.text;
    case "weekly":
      return dated.until === undefined
        ? `XXXX-WXX-${dated.weekday}`
        : `XXXX-WXX-${dated.weekday}/XXXX-WXX-${dated.until}`;
  }
}

function at(dated: Dated | undefined, minute: number): string {
  if (dated === undefined) return isoClock(minute % 1440);
  if (dated.kind === "weekly") return `XXXX-WXX-${dated.weekday}${isoClock(minute % 1440)}`;
  const day = dated.kind === "day" || dated.kind === "instant" ? dated.day : dated.from;
  return `${isoDay(day + Math.floor(minute / 1440))}${isoClock(minute % 1440)}`;
}

export function isoDay(day: number): string {
  const date = civil(day);
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

function isoClock(minute: number): string {
  return `T${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`;
}

/** Minutes since midnight; up to 1440 and beyond for what belongs to the night after the day. */
export function minuteOf(
  clock: ClockPart,
  part: PartOfDay | undefined,
  { leaning, after }: { leaning: Leaning; after?: number | undefined },
): number {
  const { hour, minute, half, sure } = clock;
  if (half !== undefined) return (hour % 12) * 60 + minute + (half === "pm" ? 720 : 0);
  if (hour === 24) return 1440;
  if (sure && (hour > 12 || hour === 0 || part === undefined)) return hour * 60 + minute;
  if (part !== undefined) return minuteInPart(hour, minute, part);
  if (hour === 12) return 720 + minute;
  if (hour <= 6) return (hour + 12) * 60 + minute;
  const morning = hour * 60 + minute;
  if (after !== undefined && morning <= after && morning + 720 > after) return morning + 720;
  return leaning === "pm" || (leaning === undefined && hour < 9) ? morning + 720 : morning;
}

function minuteInPart(hour: number, minute: number, part: PartOfDay): number {
  const inHalf = (hour % 12) * 60 + minute;
  switch (part) {
    case "morning":
    case "early":
    case "dawn":
      return hour === 12 && part !== "dawn" ? 720 + minute : inHalf;
    case "night":
      // "12 de la noche" ends the day, "2 de la noche" is after midnight.
      return hour === 12 ? 1440 + minute : hour < 5 ? inHalf : inHalf + 720;
    default:
      return inHalf + 720;
  }
}

function clockRange({ clock, clockEnd, part }: Moment, dated: Dated | undefined, leaning: Leaning): string | undefined {
  if (clock === undefined || clockEnd === undefined) return undefined;
  const end = minuteOf(clockEnd, part, {
    leaning: leaning ?? (clock.hour < clockEnd.hour && clock.hour > 6 && clock.half === undefined ? "am" : undefined),
  });
  const bare = clock.half === undefined && !clock.sure;
  let start = minuteOf(clock, part, { leaning: "am" });
  if (bare && part === undefined) {
    const morning = (clock.hour % 12) * 60 + clock.minute;
    // "11 to 2pm", "4-6 pm", "9 to 5", "de 12 a 2": the latest start before the end, but office hours begin in the morning.
    const evening = morning + 720;
    if (clockEnd.half !== undefined) start = evening < end ? evening : morning;
    else if (evening < end && (clock.hour <= 6 || clock.hour === 12 || leaning === "pm")) start = evening;
    else start = morning;
  }
  // "de las 9 a las 2 de la tarde": the part of the day is that of the end.
  if (bare && start >= end && part !== undefined && end > 720) start = (clock.hour % 12) * 60 + clock.minute;
  let until = end;
  if (until <= start && clockEnd.half === undefined && !clockEnd.sure && until + 720 > start) until += 720;
  if (until <= start) until += 1440;
  return `${at(dated, start)}/${at(dated, until)}`;
}

function dateRange(moment: Moment, first: Dated | undefined, now: LocalTime): string | undefined {
  if (first === undefined || moment.dateEnd === undefined) return undefined;
  if (first.kind === "weekly" && moment.dateEnd.kind === "weekly")
    return `${dateText(first)}/XXXX-WXX-${moment.dateEnd.weekday}`;
  const start = startDay(first);
  if (start === undefined) return undefined;
  // The end is looked for from the start on, so that "del 28 al 3" runs into the next month.
  const { dateEnd } = moment;
  const ahead =
    dateEnd.kind === "calendar" ||
    dateEnd.kind === "month" ||
    (dateEnd.kind === "weekday" && dateEnd.which === "nearest");
  const last = resolveDate(moment.dateEnd, ahead ? { day: start, minute: 0 } : now, false);
  if (last === undefined) return undefined;
  if (first.kind === "label" && last.kind === "label" && first.text.length === last.text.length)
    return `${first.text}/${last.text}`;
  const end = startDay(last);
  return end === undefined ? undefined : `${isoDay(start)}/${isoDay(end)}`;
}

function startDay(dated: Dated): number | undefined {
  if (dated.kind === "weekly") return undefined;
  return dated.kind === "day" || dated.kind === "instant" ? dated.day : dated.from;
}

function fromEnds(
  ends: readonly [Moment, Moment],
  now: LocalTime,
  { leaning, past }: { leaning: Leaning; past: boolean },
): string | undefined {
  const [start, end] = ends.map(
    (moment) => resolveMoment({ ...moment, ...(past ? { past } : {}) }, now, leaning)?.split("/")[0],
  );
  return start === undefined || end === undefined || start.startsWith("XXXX") !== end.startsWith("XXXX")
    ? undefined
    : `${start}/${end}`;
}
