import type { TimeUnit } from "./moment.ts";

/** Reads `"1 lunes lun, 2 martes"` into a map from each word to its number. */
function numbered(list: string): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const group of list.split(",")) {
    const [number, ...names] = group.trim().split(/\s+/);
    for (const name of names) map.set(name, Number(number));
  }
  return map;
}

/** Folded names, abbreviations and frequent misspellings; Monday is 1. */
export const weekdays = numbered(`
  1 lunes lune luns monday mon mondy munday lun monday's, 2 martes marts tuesday tues tue tuesdy tusday teusday mar tuesday's,
  3 miercoles miercole mierc mier mie miercols miercoels wednesday wed weds wednes wensday wednsday wendsday wednesday's,
  4 jueves jueve juevs juebes jue juev thursday thurs thur thu thrusday thursdy thursday's,
  5 viernes vierne viernez biernes vie vier vienres friday fri frid firday friday's,
  6 sabado sab sabdo savado zabado saturday sat satur saterday satuday saturday's,
  7 domingo dom domigo dmgo sunday sun sundy sunday's`);

/** Plurals say "every such weekday". */
export const weekdayPlurals = numbered(`
  1 mondays, 2 tuesdays, 3 wednesdays, 4 thursdays, 5 fridays, 6 sabados saturdays, 7 domingos sundays`);

/** Also everyday words or names; they need more evidence than themselves. */
export const doubtfulWeekdays = new Set(
  "sat sun mar mon wed dom vie lun jue mie fri thu tue sab vier mier satur frid".split(" "),
);

export const months = numbered(`
  1 enero ene january jan enr, 2 febrero feb febr february febuary febrary, 3 marzo mzo march mar, 4 abril abr april apr,
  5 mayo may, 6 junio jun june, 7 julio jul july, 8 agosto ago august aug agto, 9 septiembre setiembre sept sep set september septiembr,
  10 octubre oct october octobre, 11 noviembre nov november novembre, 12 diciembre dic december dec disiembre`);

/** Month names that are also verbs, people, sauces or other words. */
export const doubtfulMonths = new Set(
  "may march mar mayo abril julio jun jul set ago dec dic ene sep sept nov jan feb oct apr aug april june july august".split(
    " ",
  ),
);

/** Cardinals that hours, days and small counts need. */
export const smallNumbers = numbered(`
  0 cero zero, 1 un una uno one, 2 dos two, 3 tres three, 4 cuatro four, 5 cinco five, 6 seis six, 7 siete seven, 8 ocho eight,
  9 nueve nine, 10 diez ten, 11 once eleven, 12 doce twelve, 13 trece thirteen, 14 catorce fourteen, 15 quince fifteen,
  16 dieciseis sixteen, 17 diecisiete seventeen, 18 dieciocho eighteen, 19 diecinueve nineteen, 20 veinte twenty,
  21 veintiuno veintiun veintiuna ventiuno, 22 veintidos ventidos, 23 veintitres ventitres, 24 veinticuatro venticuatro,
  25 veinticinco venticinco, 26 veintiseis ventiseis, 27 veintisiete ventisiete, 28 veintiocho ventiocho, 29 veintinueve ventinueve, 30 treinta thirty, 40 cuarenta forty fourty, 50 cincuenta fifty,
  60 sesenta sixty, 70 setenta seventy, 80 ochenta eighty, 90 noventa ninety`);

/** English ordinals of the days of a month, and "primero". */
export const ordinalDays = numbered(`
  1 first primero primer, 2 second, 3 third, 4 fourth, 5 fifth, 6 sixth, 7 seventh, 8 eighth, 9 ninth, 10 tenth, 11 eleventh,
  12 twelfth, 13 thirteenth, 14 fourteenth, 15 fifteenth, 16 sixteenth, 17 seventeenth, 18 eighteenth, 19 nineteenth,
  20 twentieth, 30 thirtieth`);

/** Behind the digits of a day: "1ro", "2º" (folded to "o"), "3rd". */
export const ordinalSuffixes = new Set("st nd rd th ro er do o to".split(" "));

/** Units of time by their folded names. */
export const timeUnits: ReadonlyMap<string, TimeUnit> = new Map<string, TimeUnit>(
  (
    [
      ["second", "segundo segundos seg segs second seconds sec secs s"],
      ["minute", "minuto minutos minutito minutitos min mins mn minute minutes minuts mnts minut mints m"],
      ["hour", "hora horas horitas horita hs hrs hr h hour hours ora oras"],
      ["day", "dia dias diitas day days night nights noche noches"],
      ["week", "semana semanas sem week weeks wk wks semanita semanitas"],
      ["month", "mes meses month months mth mths mesecito"],
      ["year", "ano anos year years yr yrs"],
    ] as const
  ).flatMap(([unit, names]) => names.split(" ").map((name): [string, TimeUnit] => [name, unit])),
);
