import { type DayNumber, dayNumber, daysInMonth, weekdayOf } from "./civil.ts";

/** The nth such weekday of a month; 5 is the last. */
function nth(weekday: number, week: number, month: number) {
  return (year: number): DayNumber => {
    const first = dayNumber(year, month, 1);
    const last = first + daysInMonth(year, month) - 1;
    return week === 5
      ? last - ((weekdayOf(last) - weekday + 7) % 7)
      : first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (week - 1);
  };
}

/** Western Easter Sunday by the anonymous Gregorian computus. */
function easter(year: number): DayNumber {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const fromEaster = (days: number) => (year: number) => easter(year) + days;

type Feast = (year: number) => DayNumber;
const american = new Set(["US", "CA"]);
const feasts: readonly (readonly [string, Feast, Feast?])[] = [
  [
    "easter|easter sunday|easter day|pascua|domingo de pascua|domingo de resurreccion|pascua de resurreccion",
    fromEaster(0),
  ],
  ["easter monday|lunes de pascua", fromEaster(1)],
  ["good friday|viernes santo", fromEaster(-2)],
  ["maundy thursday|holy thursday|jueves santo", fromEaster(-3)],
  ["palm sunday|domingo de ramos", fromEaster(-7)],
  ["ash wednesday|miercoles de ceniza", fromEaster(-46)],
  ["mardi gras|shrove tuesday|pancake day|pancake tuesday|fat tuesday|martes de carnaval", fromEaster(-47)],
  ["ascension day|ascension|ascension thursday", fromEaster(39)],
  ["pentecost|whit sunday|white sunday|pentecostes", fromEaster(49)],
  ["whit monday|pentecost monday|lunes de pentecostes", fromEaster(50)],
  ["trinity sunday", fromEaster(56)],
  ["corpus christi|feast of corpus christi", fromEaster(60)],
  ["thanksgiving|thanksgiving day|turkey day|accion de gracias|dia de accion de gracias|dia de gracias", nth(4, 4, 11)],
  ["black friday|viernes negro", (year) => nth(4, 4, 11)(year) + 1],
  ["cyber monday", (year) => nth(4, 4, 11)(year) + 4],
  ["mother's day|mothers day|dia de la madre|dia de las madres", nth(7, 2, 5), nth(7, 1, 5)],
  ["father's day|fathers day|dia del padre", nth(7, 3, 6)],
  [
    "mlk day|martin luther king day|martin luther king jr day|martin luther king's day|martin luther king jr. day|dr martin luther king day|civil rights day|mlk jr. day|mlk jr day|idaho human rights day",
    nth(1, 3, 1),
  ],
  ["presidents day|president's day|presidents' day|washington's birthday|washington day", nth(1, 3, 2)],
  ["memorial day|decoration day", nth(1, 5, 5)],
  ["labor day|labour day|dia del trabajo de estados unidos", nth(1, 1, 9), (year) => dayNumber(year, 5, 1)],
  ["columbus day|indigenous peoples day|indigenous people's day", nth(1, 2, 10)],
  ["election day", (year) => nth(1, 1, 11)(year) + 1],
  ["super bowl|super bowl sunday|superbowl", nth(7, 1, 2)],
  ["administrative professionals day|administrative professional day|secretaries day|secretary day", nth(3, 4, 4)],
  ["boss's day|bosses day|boss day|bosses' day", (year) => dayNumber(year, 10, 16)],
  ["grandparents day", (year) => nth(1, 1, 9)(year) + 6],
  ["martinmas|st martin's day|saint martin's day", (year) => dayNumber(year, 11, 11)],
  ["world vegan day", (year) => dayNumber(year, 11, 1)],
  ["earth hour", nth(6, 5, 3)],
];

/** Names of feasts without a fixed date, the words joined by a space. */
export const movableFeasts: ReadonlyMap<string, (year: number, region: string) => DayNumber> = new Map(
  feasts.flatMap(([names, day, abroad]) =>
    names
      .split("|")
      .map((name): [string, (year: number, region: string) => DayNumber] => [
        name,
        (year, region) => (abroad === undefined || american.has(region) ? day : abroad)(year),
      ]),
  ),
);
