import { wordMark } from "../word-marks.ts";
import { feastPhrases } from "./feasts.ts";
import type { DatePart, Found, Moment, PartOfDay, Phrase } from "./moment.ts";
import { isDigits, mayBegin, type Reading, touchesNext, word } from "./reading.ts";

const day = (days: number): DatePart => ({ kind: "offset", days });
const part = (value: PartOfDay): Moment => ({ part: value });
const edge = (at: "start" | "middle" | "end", unit: "week" | "month" | "year", shift = 0): Moment => ({
  date: { kind: "edge", edge: at, unit, shift },
});
const at = (hour: number): Moment => ({ clock: { hour, minute: 0, sure: true } });

const phrases: readonly (readonly [string, Moment | "nothing"])[] = [
  ["hoy|hoy dia|oy|today|todays|today's|2day|tdy", { date: day(0) }],
  [
    "manana|mnn|mnna|manna|manaa|mannana|maniana|tomorrow|tomorow|tommorow|tommorrow|tomorro|tmrw|tmrrw|tmr|tmw|tmro|tomoz|2moro|2morrow|2mrw|tomorrow's|tomorrows|tmrws|tmrw's",
    { date: day(1) },
  ],
  [
    "pasado manana|pasado mnn|pasado mnna|pasao manana|day after tomorrow|the day after tomorrow|day after tmrw|overmorrow",
    { date: day(2) },
  ],
  ["ayer|aier|yesterday|yesterday's|yesterdays|yday|yest|ystrday", { date: day(-1), past: true }],
  [
    "anteayer|antier|antes de ayer|antiayer|antes de aller|day before yesterday|the day before yesterday",
    { date: day(-2), past: true },
  ],
  ["anteanoche|antenoche|antes de anoche", { date: day(-2), part: "night", past: true }],
  ["anoche|last night|yesterday night", { date: day(-1), part: "night", past: true }],
  [
    "tonight|tonite|2nite|2night|tonigt|tnite|tonight's|esta noche|sta noche|esta nochecita|this night",
    { date: day(0), part: "night" },
  ],
  ["this morning|this mrng|esta manana|sta manana|esta mananita", { date: day(0), part: "morning" }],
  ["tom morning|tom mrng|tmrw am", { date: day(1), part: "morning" }],
  ["tom evening|tom eve", { date: day(1), part: "evening" }],
  ["tom afternoon", { date: day(1), part: "afternoon" }],
  ["tom night", { date: day(1), part: "night" }],
  ["this afternoon|this arvo|this aft", { date: day(0), part: "afternoon" }],
  ["esta tarde|sta tarde|esta tardecita|hoy tarde|hoy en la tarde|hoy por la tarde", { date: day(0), part: "tarde" }],
  ["this evening|this eve", { date: day(0), part: "evening" }],
  [
    "la mananita|en la manana|por la manana|a la manana|x la manana|en la mananita|por las mananas|in the morning|in the mornings|in the am|mornings",
    part("morning"),
  ],
  [
    "early morning|early in the morning|temprano en la manana|temprano por la manana|temprano a la manana|tempranito en la manana|first thing in the morning|a primera hora de la manana|primera hora de la manana",
    part("early"),
  ],
  ["tempranito|temprano|a primera hora|primera hora|bien temprano|first thing|early doors", part("early")],
  [
    "en la tarde|por la tarde|a la tarde|x la tarde|la tardecita|tardecita|en la tardecita|a la tardecita|por las tardes|de tarde",
    part("tarde"),
  ],
  ["in the afternoon|in the aft|in the arvo|afternoons", part("afternoon")],
  ["in the evening|in the evenings|evenings", part("evening")],
  [
    "en la noche|por la noche|a la noche|x la noche|nochecita|en la nochecita|a la nochecita|por las noches|de noche|at night|at nite|nights",
    part("night"),
  ],
  ["de madrugada|en la madrugada|la madrugada|esta madrugada|por la madrugada|madrugada|a la madrugada", part("dawn")],
  ["noon|midday|mid day|mediodia|medio dia|medio dias|al mediodia|al medio dia|noontime|12 noon|noon time", at(12)],
  ["midnight|medianoche|media noche|mid night", at(24)],
  [
    "fin de mes|finde mes|finales de mes|fines de mes|final de mes|final del mes|fin del mes|ultimo de mes|end of month|the end of the month|end of the month|end of this month|month end|eom|fin de este mes",
    edge("end", "month"),
  ],
  [
    "fin del mes que viene|fines del mes que viene|finales del mes que viene|finales del proximo mes|end of next month|the end of next month",
    edge("end", "month", 1),
  ],
  [
    "principio de mes|principios de mes|principio del mes|inicio de mes|inicios de mes|primeros de mes|comienzo de mes|comienzos de mes|start of the month|start of month|beginning of the month|the beginning of the month",
    edge("start", "month"),
  ],
  [
    "mediados de mes|mitad de mes|medio mes|mid month|middle of the month|the middle of the month",
    edge("middle", "month"),
  ],
  [
    "principios del mes que viene|principio del mes que viene|principios del proximo mes|start of next month|beginning of next month|the start of next month|the beginning of next month",
    edge("start", "month", 1),
  ],
  [
    "mediados del mes que viene|mediados del proximo mes|middle of next month|mid next month",
    edge("middle", "month", 1),
  ],
  [
    "fin de ano|fin del ano|finales de ano|final de ano|final del ano|fines de ano|end of year|end of the year|the end of the year|end of this year|year end|eoy|fin de anio",
    edge("end", "year"),
  ],
  [
    "principios de ano|principio de ano|inicio de ano|comienzos de ano|inicios de ano|start of the year|beginning of the year",
    edge("start", "year"),
  ],
  [
    "fin de semana|finde|fin d semana|finde semana|findesemana|weekend|week end|wkend|wknd|week-end|this weekend|este finde|este fin de semana",
    { date: { kind: "unit", unit: "weekend", shift: 0 } },
  ],
  [
    "end of the week|end of week|end of this week|eow|fin de la semana|finales de semana|final de la semana",
    edge("end", "week"),
  ],
  ["la otra semana", { date: { kind: "unit", unit: "week", shift: 1 } }],
  ["quincena|esta quincena|proxima quincena", { date: { kind: "fortnight" } }],
  [
    "de hoy en ocho|de hoy en ocho dias|de hoy en 8|de hoy en 8 dias|hoy en ocho|hoy en 8|week from today|a week from today|a week today|week today",
    { date: day(7) },
  ],
  [
    "de hoy en quince|de hoy en quince dias|de hoy en 15|de hoy en 15 dias|two weeks today|two weeks from today|2 weeks from today|a fortnight today",
    { date: day(14) },
  ],
  [
    "a week tomorrow|week tomorrow|a week from tomorrow|week from tomorrow|de manana en ocho|de manana en 8",
    { date: day(8) },
  ],
  ["de manana en quince|de manana en 15", { date: day(15) }],
  [
    "todos los dias habiles|dias habiles de semana|entre semana|entresemana|weekdays|every weekday|on weekdays|dias de semana|dias laborables|dia de semana",
    { date: { kind: "weekly", weekday: 1, until: 5 } },
  ],
  [
    "fines de semana|findes|weekends|on weekends|every weekend|todos los fines de semana|cada fin de semana",
    { date: { kind: "weekly", weekday: 6, until: 7 } },
  ],
  // What looks like a time and is none.
  [
    "buenos dias|buen dia|buen dias|bnos dias|buenas tardes|buena tarde|buenas noches|buena noche|buenas tardecitas|good morning|good mornin|good afternoon|good evening|good night|gud morning|gm morning|feliz dia|lindo dia|bonito dia|feliz ano|feliz ano nuevo|feliz navidad|felices fiestas|prospero ano nuevo|feliz noche|feliz tarde|linda tarde|bonita tarde|excelente tarde|feliz fin de semana|buen finde|buen fin de semana|lindo finde|buen lunes|feliz viernes|feliz domingo|happy new year|happy new years|merry christmas|merry xmas|happy christmas|happy xmas|happy halloween|happy valentine's|happy valentine's day|happy valentines|happy valentines day|happy mother's day|happy mothers day|happy father's day|happy fathers day|happy diwali|happy easter|happy thanksgiving|happy new yr|happy weekend|happy sunday|happy saturday|feliz dia de la madre|feliz dia de las madres|feliz dia del padre|feliz sabado|feliz lunes|feliz martes|feliz miercoles|feliz jueves|feliz nochebuena|feliz anio|feliz inicio de semana|buen martes|buen jueves|buen viernes|buen sabado|buen domingo|happy friday|happy monday|happy holidays|have a good weekend|have a nice weekend|have a great weekend|good weekend|nice weekend|great weekend|feliz san valentin|felices reyes|feliz dia de reyes|nice evening|good day|nice day|great day|great evening|lovely evening|lovely day|lovely weekend|have a lovely weekend",
    "nothing",
  ],
  [
    "at once|all at once|hoy en dia|hoy por hoy|de la noche a la manana|cada dos por tres|a day in advance|second hand|segunda mano|jueves santo|viernes santo|good friday|black friday|cyber monday|easter sunday|easter monday|palm sunday|shrove tuesday|pancake day|ash wednesday|miercoles de ceniza|domingo de ramos|domingo de pascua|sabado santo|lunes de pascua|sabado de gloria|taco tuesday|bank holiday monday|sunday roast|sunday roasts|sunday lunch roast|sunday league|sunday school|sunday times|sunday best|friday night lights|casual friday|al dia siguiente|dia siguiente|the next day|next day|same day|mismo dia|el mismo dia|every now and then|de vez en cuando|as of late|santo domingo|hola domingo|maria de los angeles|wednesday addams|man friday|medianoche sandwich|pan de medianoche|de media noche pan|medio dia de trabajo",
    "nothing",
  ],
];

type Node = { next: Map<string, Node>; phrases: Phrase[] };
const root: Node = { next: new Map(), phrases: [] };

function add({ words, means, regions }: Phrase) {
  let node = root;
  for (const one of words) {
    let next = node.next.get(one);
    if (next === undefined) {
      next = { next: new Map(), phrases: [] };
      node.next.set(one, next);
    }
    node = next;
  }
  node.phrases.push({ words, means, ...(regions === undefined ? {} : { regions }) });
}

for (const [alternatives, means] of phrases) {
  for (const alternative of alternatives.split("|")) add({ words: alternative.split(/[ -]/), means });
}
for (const phrase of feastPhrases) add(phrase);

/** First words of all phrases. */
export const phraseStarts: ReadonlySet<string> = new Set(root.next.keys());

const beginsPhrase = wordMark((word) => phraseStarts.has(word));

/** The longest fixed phrase that begins at a token and holds in the region. */
export function phraseAt(reading: Reading, from: number): Found<Moment | "nothing"> | undefined {
  if (!mayBegin(reading, from, beginsPhrase)) return undefined;
  let node: Node | undefined = root;
  let best: Found<Moment | "nothing"> | undefined;
  for (let to = from; node !== undefined; ) {
    // "2moro" comes as two tokens.
    const glued: boolean =
      isDigits(reading, to) && touchesNext(reading, to) && node.next.has(word(reading, to) + word(reading, to + 1));
    node = node.next.get(glued ? word(reading, to) + word(reading, to + 1) : word(reading, to));
    to += glued ? 2 : 1;
    const phrase: Phrase | undefined = node?.phrases.find(
      ({ regions }) => regions?.includes(reading.context.region) ?? true,
    );
    if (phrase !== undefined) best = { value: phrase.means, from, to };
    // "week-end", "mid-month".
    if (node !== undefined && word(reading, to) === "-" && node.next.size > 0) to++;
  }
  return best;
}
