/** A day as it was said, not yet a date. */
export type DatePart =
  /** "el 15", "12/10", "May 3rd 2027". */
  | CalendarPart
  /** Monday is 1. `next` is "que viene", `following` the week after the nearest one, `coming` the English "next". */
  | {
      kind: "weekday";
      weekday: number;
      which: "nearest" | "this" | "inWeek" | "next" | "coming" | "last";
      weeks?: number;
    }
  /** Days from the message. */
  | { kind: "offset"; days: number }
  /** The unit around the message, `shift` units away. */
  | { kind: "unit"; unit: PeriodUnit; shift: number }
  /** The start, middle or end of a month or year; of `month` if given. */
  | { kind: "edge"; edge: "start" | "middle" | "end"; unit: PeriodUnit; shift: number; month?: number; year?: number }
  | { kind: "month"; month: number; year?: number; shift?: number }
  | { kind: "year"; year: number }
  /** Every such weekday; `until` makes it "from Monday to Friday". */
  | { kind: "weekly"; weekday: number; until?: number }
  /** The next 15th or last day of a month. */
  | { kind: "fortnight" }
  /** N units before or after the message ("hace 3 meses"); minutes and hours give a time of day, too. */
  | { kind: "distance"; amount: number; unit: TimeUnit; fromDay?: number }
  /** The last or coming N units. */
  | { kind: "window"; amount: number; unit: TimeUnit; past: boolean }
  | { kind: "weekOf"; date: CalendarPart }
  /** The fifth week is the last one. */
  | { kind: "weekOfMonth"; week: number; month: number }
  /** "the first Sunday of June"; without a month, of the one `shift` months away. */
  | { kind: "weekdayOfMonth"; week: number; weekday: number; month?: number; shift: number };

export type CalendarPart = { kind: "calendar"; day: number; month?: number; year?: number; weekday?: number };

export type PeriodUnit = "week" | "weekend" | "month" | "year" | "quarter";
export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

export type PartOfDay = "morning" | "early" | "afternoon" | "tarde" | "evening" | "night" | "noon" | "dawn";

/** `half` is what was said beside it; `sure` hours stand on a 24-hour clock. */
export type ClockPart = { hour: number; minute: number; half?: "am" | "pm"; sure: boolean };

/** What belongs together: "mañana", "a las 5", "de la tarde". */
export type Moment = {
  date?: DatePart;
  dateEnd?: DatePart;
  clock?: ClockPart;
  clockEnd?: ClockPart;
  part?: PartOfDay;
  /** A range whose ends are moments of their own. */
  ends?: readonly [Moment, Moment];
  /** "antes de" makes it the end, "a partir de" the start of an open range. */
  bound?: "before" | "after";
  /** Said of what is over: the last one is meant, not the next. */
  past?: boolean;
};

/** A piece read from token `from` up to `to`, exclusive. */
export type Found<T> = { value: T; from: number; to: number };

/** A fixed wording. `nothing` is read and means no time at all: greetings, movable feasts, idioms. */
export type Phrase = { words: readonly string[]; means: Moment | "nothing"; regions?: readonly string[] };
