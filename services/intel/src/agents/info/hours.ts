import type { Span } from "@parley/business/calendar";
import { type Weekday, weekdays } from "@parley/business/hours";
import { renderAnswer } from "@parley/business/replies";
import { inLanguage } from "@parley/business/translated";
import { addDays } from "@parley/business/zone";
import { text, words } from "../say.ts";
import { type AskedDays, askedDays, comingHolidays } from "./asked-days.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";

/** When the business is open, at the day or moment that is asked about. */
export function answerHours(question: Question): InfoAnswer {
  return { replies: [text(...hoursSentences(question))], topic: "hours" };
}

function hoursSentences(question: Question): string[] {
  const { turn, known } = question;
  if (!known.calendar.told) {
    const own = known.business.intents.find(({ name }) => name === "opening_hours")?.reply;
    return [
      own === undefined ? words(known, turn.language, "hours-unknown") : renderAnswer(known.texts, own, turn.language),
    ];
  }
  const asked = askedDays(question);
  switch (asked.kind) {
    case "now":
      return statusNow(question, "open-now");
    case "moment":
      return atMoment(asked, question);
    case "days":
      return ofDays(asked.dates, question);
    case "weekdays":
      return ofWeekdays(asked.weekdays, question);
    case "holidays":
      return ofHolidays(question);
    case "week":
      return [`${week(wholeWeek, question)}\n${statusNow(question).join(" ")}`];
  }
}

const wholeWeek = weekdays.map((_, n) => n);

/** Whether it is open now, until or from when. */
function statusNow({ turn, known }: Question, open: "open-now" | "open-right-now" = "open-right-now"): string[] {
  const { calendar } = known;
  const { language, now } = turn;
  const opening = calendar.openingAt(now);
  if (opening === undefined) return [words(known, language, "closed-now"), ...nextOpening(now, { turn, known })];
  if (opening.toMs - now > 24 * 3_600_000) return [words(known, language, "open-always")];
  return [words(known, language, open, { until: calendar.localOf(opening.toMs).minutes })];
}

function nextOpening(fromMs: number, { turn, known }: Pick<Question, "turn" | "known">): string[] {
  const next = known.calendar.nextOpening(fromMs);
  if (next === undefined) return [];
  const { date, minutes } = known.calendar.localOf(next.fromMs);
  const when = whenOf(date, { turn, known });
  return [words(known, turn.language, "opens-next", { day: date, time: minutes, when })];
}

function whenOf(date: string, { turn, known }: Pick<Question, "turn" | "known">): "today" | "tomorrow" | "later" {
  const today = known.calendar.localOf(turn.now).date;
  if (date === today) return "today";
  return date === addDays(today, 1) ? "tomorrow" : "later";
}

function atMoment(asked: Extract<AskedDays, { kind: "moment" }>, question: Question): string[] {
  const { turn, known } = question;
  const { calendar } = known;
  const { date } = asked;
  const isOpen = (minutes: number) => calendar.isOpenAt(calendar.instantOf(date, minutes));
  const later = asked.later !== undefined && !isOpen(asked.minutes) && isOpen(asked.later);
  const time = later && asked.later !== undefined ? asked.later : asked.minutes;
  const when = whenOf(date, question);
  const opening = calendar.openingAt(calendar.instantOf(date, time));
  if (opening !== undefined) {
    const until = calendar.localOf(opening.toMs).minutes;
    return [words(known, turn.language, "hours-open-at", { day: date, when, time, until })];
  }
  if (calendar.openAt(date).length === 0) return ofDays([date], question);
  return [words(known, turn.language, "hours-closed-at", { day: date, when, time }), ...ofDays([date], question)];
}

function ofDays(dates: readonly string[], question: Question): string[] {
  const sentences = dates.map((date) => dayText(date, question));
  const [only] = dates;
  if (dates.length > 1) return [sentences.join("\n")];
  if (only === undefined) return sentences;
  const { turn, known } = question;
  const { calendar } = known;
  if (calendar.openAt(only).length === 0) {
    return [...sentences, ...nextOpening(Math.max(turn.now, calendar.instantOf(only, 12 * 60)), question)];
  }
  return whenOf(only, question) === "today" ? [...sentences, ...statusNow(question)] : sentences;
}

function dayText(date: string, question: Question): string {
  const { turn, known } = question;
  const { language } = turn;
  const holiday = known.calendar.holidayOn(date)?.name;
  const named = holiday === undefined ? {} : { holiday: inLanguage(holiday, language) };
  const when = whenOf(date, question);
  const spans = spanTexts(known.calendar.openAt(date), question);
  if (spans.length === 0) return words(known, language, "hours-closed-day", { day: date, when, ...named });
  return words(known, language, "hours-open-day", { day: date, when, spans, ...named });
}

function spanTexts(spans: readonly Span[], { turn, known }: Question): string[] {
  return spans.map((span) => words(known, turn.language, "hours-span", span));
}

/** In general, beside special days; one that comes within a week is said. */
function ofWeekdays(days: readonly number[], question: Question): string[] {
  const { turn, known } = question;
  const [only] = days;
  const soon = soonSpecial(days, question);
  if (days.length !== 1 || only === undefined) return [week(days, question), ...soon];
  const spans = spanTexts(usual(only, question), question);
  const day = weekdayName(only, turn.language);
  const plural = turn.language === "en" || /[aeiou]$/.test(day) ? `${day}s` : day;
  const sentence =
    spans.length === 0
      ? words(known, turn.language, "hours-weekday-closed", { days: plural })
      : words(known, turn.language, "hours-weekday", { days: plural, spans });
  return [sentence, ...soon];
}

function soonSpecial(days: readonly number[], question: Question): string[] {
  const today = question.known.calendar.localOf(question.turn.now).date;
  return Array.from({ length: 7 }, (_, n) => addDays(today, n))
    .filter((date) => days.includes((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
    .filter((date) => question.known.calendar.holidayOn(date) !== undefined)
    .map((date) => dayText(date, question));
}

function usual(weekday: number, { known }: Question): readonly Span[] {
  const name: Weekday | undefined = weekdays[weekday];
  return name === undefined ? [] : (known.business.hours?.[name] ?? []);
}

/** Days in a row with the same hours share a line. */
function week(days: readonly number[], question: Question): string {
  const { turn, known } = question;
  const groups: { first: number; last: number; spans: string }[] = [];
  for (const day of days) {
    const spans = known.texts.formats.list(spanTexts(usual(day, question), question), turn.language);
    const before = groups.at(-1);
    if (before !== undefined && before.spans === spans && before.last === day - 1) before.last = day;
    else groups.push({ first: day, last: day, spans });
  }
  const lines = groups.map(({ first, last, spans }) => {
    const range = {
      first: weekdayName(first, turn.language),
      ...(last === first ? {} : { last: weekdayName(last, turn.language) }),
    };
    return words(known, turn.language, "hours-week-line", {
      days: words(known, turn.language, "hours-days", range),
      spans,
    });
  });
  return words(known, turn.language, "hours-week", { days: lines });
}

function ofHolidays(question: Question): string[] {
  const { turn, known } = question;
  const coming = comingHolidays(known.calendar.localOf(turn.now).date, known).slice(0, 6);
  if (coming.length === 0) return [words(known, turn.language, "hours-holidays-none")];
  const lines = coming.map(({ date, holiday }) =>
    words(known, turn.language, "hours-holiday-line", {
      day: date,
      holiday: inLanguage(holiday.name, turn.language),
      spans: known.texts.formats.list(spanTexts(holiday.hours, question), turn.language),
    }),
  );
  return [words(known, turn.language, "hours-holidays", { days: lines })];
}

const names = {
  es: new Intl.DateTimeFormat("es", { weekday: "long", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }),
};

function weekdayName(weekday: number, language: "es" | "en"): string {
  // 1 January 2024 was a Monday.
  return names[language].format(Date.UTC(2024, 0, 1 + weekday));
}
