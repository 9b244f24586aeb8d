import { expect, test } from "vitest";
import { createEntityExtractor } from "../extract-entities.ts";
import { datetimeRecognizer } from "./datetime-recognizer.ts";

const extract = createEntityExtractor([datetimeRecognizer]);

/** Reads a text as a business of `region` at a local time; finds come back as `text=value`. */
function read(at: string, region: string, text: string, requested?: string[]): string[] {
  const context = {
    atMs: Date.parse(`${at}:00Z`),
    timeZone: "UTC",
    region,
    ...(requested === undefined ? {} : { requested }),
  };
  return extract(text, context).map(
    ({ type, text: span, value }) => `${type === "duration" ? "~" : ""}${span}=${value}`,
  );
}

const tuesday = "2026-05-12T16:40";
const yearEnd = "2026-12-30T22:10";
const lateEvening = "2026-02-27T23:50";

test.each([
  ["MX", "aparta una mesa pal sab a las 8 y media porfa", ["sab a las 8 y media=2026-05-16T20:30"]],
  ["MX", "nos vemos el jueves 14 tipo 7", ["jueves 14 tipo 7=2026-05-14T19:00"]],
  ["AR", "¿hay turno el vie 15/5 a las 20hs?", ["vie 15/5 a las 20hs=2026-05-15T20:00"]],
  ["AR", "paso mañana a la mañana, tipo 10", ["mañana a la mañana, tipo 10=2026-05-13T10:00"]],
  ["ES", "quedamos mañana a las ocho menos diez", ["mañana a las ocho menos diez=2026-05-13T19:50"]],
  ["ES", "a las 9 de la noche del viernes", ["9 de la noche del viernes=2026-05-15T21:00"]],
  ["CO", "la reunión es mñn 3pm", ["mñn 3pm=2026-05-13T15:00"]],
  ["GB", "Friday 22nd May, 6:45pm, 2 people", ["Friday 22nd May, 6:45pm=2026-05-22T18:45"]],
  ["GB", "half 7 Friday?", ["half 7 Friday=2026-05-15T19:30"]],
  ["IN", "table for 6 on 15/08 at 8.30 pm", ["15/08 at 8.30 pm=2026-08-15T20:30"]],
  ["IN", "by 5 o'clock on 20th May", ["5 o'clock on 20th May=2026-05-20T17:00"]],
  ["US", "around 6ish on thu", ["6ish on thu=2026-05-14T18:00"]],
  ["MX", "a las 3 de la madrugada", ["3 de la madrugada=T03:00"]],
  ["AR", "22 hs estaría bien", ["22 hs=T22:00"]],
  ["ES", "vale, 20:15 entonces", ["20:15=T20:15"]],
  ["GB", "quarter past 4 or at ten to five?", ["quarter past 4=T16:15", "ten to five=T16:50"]],
  ["MX", "a cuarto para las 3", ["cuarto para las 3=T14:45"]],
  ["CO", "el domingo al medio día", ["domingo al medio día=2026-05-17T12:00"]],
])("%s: an hour and its day are one moment: %s", (region, text, found) => {
  expect(read(tuesday, region, text)).toEqual(found);
});

test.each([
  ["US", "can you do 4/7 instead of 4/8?", ["4/7=2027-04-07", "4/8=2027-04-08"]],
  ["GB", "can you do 4/7?", ["4/7=2026-07-04"]],
  ["MX", "el 12-10-26", ["12-10-26=2026-10-12"]],
  ["US", "on 12-10-26", ["12-10-26=2026-12-10"]],
  ["US", "2026-08-03 works", ["2026-08-03=2026-08-03"]],
  ["CO", "el primero de junio", ["primero de junio=2026-06-01"]],
  ["MX", "para el 1ro de junio", ["1ro de junio=2026-06-01"]],
  ["US", "oct 12th, 2027", ["oct 12th, 2027=2027-10-12"]],
  ["IN", "on the 3rd of next month", ["3rd of next month=2026-06-03"]],
  ["AR", "cobro el 5", ["5=2026-06-05"]],
  ["ES", "cerráis en agosto?", ["agosto=2026-08"]],
  ["ES", "lo compré en enero de 2025", ["enero de 2025=2025-01"]],
  ["GB", "since 2019", ["2019=2019"]],
  ["MX", "fin de mes o fines de julio", ["fin de mes=2026-05-31", "fines de julio=2026-07-31"]],
  ["CO", "le abono la quincena", ["quincena=2026-05-15"]],
  ["US", "the week of June 8", ["week of June 8=2026-06-08/2026-06-15"]],
  ["US", "the last Friday of the month", ["last Friday of the month=2026-05-29"]],
  ["AR", "el primer domingo de junio", ["primer domingo de junio=2026-06-07"]],
  ["MX", "la primera semana de julio", ["primera semana de julio=2026-06-29/2026-07-06"]],
])("%s: a date is read in the order of the region: %s", (region, text, found) => {
  expect(read(tuesday, region, text)).toEqual(found);
});

test.each([
  [
    "ES",
    "me va mejor el miércoles que viene por la tarde",
    ["miércoles que viene por la tarde=2026-05-13T12:00/2026-05-13T20:00"],
  ],
  ["MX", "el sábado de la semana que entra", ["sábado de la semana que entra=2026-05-23"]],
  ["GB", "a week on Thursday", ["a week on Thursday=2026-05-21"]],
  ["GB", "Saturday week at noon", ["Saturday week at noon=2026-05-23T12:00"]],
  ["US", "next Friday", ["next Friday=2026-05-22"]],
  ["US", "my order from last Monday", ["last Monday=2026-05-11"]],
  ["AR", "desde el lunes que no contestan", ["lunes=2026-05-11"]],
  ["GB", "I paid on Monday at 2:30", ["Monday at 2:30=2026-05-11T14:30"]],
  ["MX", "dejé el pago el viernes", ["viernes=2026-05-08"]],
  ["MX", "lo encargué para el viernes", ["viernes=2026-05-15"]],
  ["US", "every friday at 9", ["every friday at 9=XXXX-WXX-5T09:00"]],
  ["MX", "los martes y jueves", ["martes=XXXX-WXX-2", "jueves=XXXX-WXX-4"]],
  ["ES", "de lunes a viernes de 9 a 14", ["de lunes a viernes=XXXX-WXX-1/XXXX-WXX-5", "de 9 a 14=T09:00/T14:00"]],
  ["US", "I'm free mon-wed next week", ["mon-wed next week=2026-05-18/2026-05-20"]],
  ["AR", "queda para el finde", ["finde=2026-05-16/2026-05-18"]],
])("%s: a weekday is the next one, or the last one of what is over: %s", (region, text, found) => {
  expect(read(tuesday, region, text)).toEqual(found);
});

test.each([
  ["CO", "entre las 2 y las 4 de la tarde", ["entre las 2 y las 4 de la tarde=T14:00/T16:00"]],
  ["US", "between 5:30 and 6 pm on the 14th", ["between 5:30 and 6 pm on the 14th=2026-05-14T17:30/2026-05-14T18:00"]],
  ["MX", "de las 9 a las 2 de la tarde", ["de las 9 a las 2 de la tarde=T09:00/T14:00"]],
  ["US", "monday 9-5", ["monday 9-5=2026-05-18T09:00/2026-05-18T17:00"]],
  ["ES", "del 3 al 10 de agosto", ["del 3 al 10 de agosto=2026-08-03/2026-08-10"]],
  ["US", "from December 24 to January 2", ["from December 24 to January 2=2026-12-24/2027-01-02"]],
  ["MX", "antes del 1 de junio", ["antes del 1 de junio=/2026-06-01"]],
  ["MX", "a partir del lunes", ["a partir del lunes=2026-05-18/"]],
  ["US", "from 3pm onwards", ["3pm onwards=T15:00/"]],
  ["US", "thurs before noon", ["thurs before noon=/2026-05-14T12:00"]],
  ["MX", "puedo después de las 6", ["después de las 6=T18:00/"]],
  ["GB", "can we move it from 6pm to 7:30?", ["6pm=T18:00", "7:30=T19:30"]],
])("%s: a range keeps both ends and its frame: %s", (region, text, found) => {
  expect(read(tuesday, region, text)).toEqual(found);
});

test.each([
  ["ES", "hace tres cuartos de hora que pedí", ["hace tres cuartos de hora=2026-05-12T15:55"]],
  ["CO", "lo pedí hace ocho días", ["hace ocho días=2026-05-04"]],
  ["GB", "I ordered it 3 weeks ago", ["3 weeks ago=2026-04-21"]],
  ["CO", "me lo despachan en 2 días?", ["en 2 días=2026-05-14"]],
  ["MX", "llego en media hora", ["~media hora=PT30M"]],
  ["US", "be there in 20 mins", ["~20 mins=PT20M"]],
  ["ES", "llevo 2 meses y medio esperando", ["~2 meses y medio=P2M15D"]],
  ["GB", "I waited an hour and 20 mins", ["~an hour and 20 mins=PT1H20M"]],
  ["CO", "de 3 a 5 días hábiles", ["~de 3 a 5 días hábiles=P3D/P5D"]],
  ["AR", "demora 24 a 48 hs?", ["~24 a 48 hs=PT24H/PT48H"]],
  ["CO", "cada 15 días", ["~15 días=P15D"]],
  ["ES", "1h30 de espera", ["~1h30=PT1H30M"]],
  ["US", "a 2 year warranty", ["~2 year=P2Y"]],
])("%s: how long is a duration, how far a date: %s", (region, text, found) => {
  expect(read(tuesday, region, text)).toEqual(found);
});

test.each([
  ["GB", "paid £45.00 on 2 May, no receipt", ["2 May=2026-05-02"]],
  ["US", "it shows delivered 5/9", ["5/9=2026-05-09"]],
  ["IN", "invoice dated 3 May", ["3 May=2026-05-03"]],
  ["ES", "según la factura del 5/5", ["5/5=2026-05-05"]],
  ["ES", "me cobrasteis el 30 de abril", ["30 de abril=2026-04-30"]],
  ["US", "my bday is 5/9", ["5/9=2027-05-09"]],
  ["MX", "lo quiero para el 3 de mayo", ["3 de mayo=2027-05-03"]],
  ["ES", "el 24 por la noche cenamos", ["24 por la noche=2026-05-24T20:00/2026-05-25T00:00"]],
  ["AR", "mañana 10hs", ["mañana 10hs=2026-05-13T10:00"]],
  ["IN", "tonight 9 pls", ["tonight 9=2026-05-12T21:00"]],
  ["US", "pick up friday at 530", ["friday at 530=2026-05-15T17:30"]],
])("%s: papers tell of the past, plans of the future: %s", (region, text, found) => {
  expect(read(tuesday, region, text)).toEqual(found);
});

test.each([
  ["GB", "happy valentines day"],
  ["MX", "las 3 que pedí, a cambiar at once"],
  ["MX", "buenas tardes, feliz año nuevo"],
  ["MX", "una hamburguesa sin mayo y 2 refrescos"],
  ["MX", "soy Abril Mendoza"],
  ["US", "may I get a quote? my name is April"],
  ["US", "we sat outside, the sun was great"],
  ["MX", "vivo en Calle 5 de Mayo 123"],
  ["ES", "os llamo luego, ahora no puedo"],
  ["ES", "llegasteis tarde, de 5 a 6 personas"],
  ["ES", "el 2 del menú"],
  ["ES", "una niña de 3 años y un bebé de 8 meses"],
  ["US", "the rent is $50 a month, give me a minute"],
  ["US", "1/2 lb of turkey and 3/4 cup"],
  ["US", "at 5 Oxford Street, code XK7P2Q"],
  ["GB", "are you open bank holiday Monday?"],
  ["MX", "son 12 piezas de la talla 28 y 2 de la 30"],
  ["ES", "roscón de reyes con Ana Reyes"],
])("%s: what only looks like a time is none: %s", (region, text) => {
  expect(read(tuesday, region, text)).toEqual([]);
});

test.each([
  ["US", "are you open new years day?", ["new years day=2027-01-01"]],
  ["ES", "regalos para Reyes", ["Reyes=2027-01-06"]],
  ["MX", "cita el lunes 4 de enero a las 9:30 am", ["lunes 4 de enero a las 9:30 am=2027-01-04T09:30"]],
  ["US", "pick up on 1/2 at 10am", ["1/2 at 10am=2027-01-02T10:00"]],
  ["US", "I was charged on 12/28", ["12/28=2026-12-28"]],
  ["MX", "me lo guardas hasta pasado mañana?", ["pasado mañana=2027-01-01"]],
  ["AR", "recién el año que viene", ["año que viene=2027"]],
  ["US", "booked for next month, the 5th", ["next month, the 5th=2027-01-05"]],
  ["AR", "turno del 28 al 3", ["del 28 al 3=2027-01-28/2027-02-03"]],
])("%s: at the end of a year dates run into the next: %s", (region, text, found) => {
  expect(read(yearEnd, region, text)).toEqual(found);
});

test.each([
  ["el 30", "30=2026-03-30"],
  ["pasado mañana", "pasado mañana=2026-03-01"],
  ["esta noche", "esta noche=2026-02-27T20:00/2026-02-28T00:00"],
  ["hace 55 minutos", "hace 55 minutos=2026-02-27T22:55"],
])("late on the last days of February: %s", (text, found) => {
  expect(read(lateEvening, "CO", text)).toEqual([found]);
});

test("independence day is the one of the region", () => {
  expect(read(tuesday, "US", "independence day")).toEqual(["independence day=2026-07-04"]);
  expect(read(tuesday, "IN", "independence day")).toEqual(["independence day=2026-08-15"]);
});

test("a bare number is what was asked for", () => {
  expect(read(tuesday, "MX", "13", ["time"])).toEqual(["13=T13:00"]);
  expect(read(tuesday, "MX", "8 y media", ["time"])).toEqual(["8 y media=T20:30"]);
  expect(read(tuesday, "MX", "20", ["date"])).toEqual(["20=2026-05-20"]);
  expect(read(tuesday, "MX", "13", ["people"])).toEqual([]);
  expect(read(tuesday, "MX", "13")).toEqual([]);
});

test("an hour of today that is over means the evening", () => {
  expect(read(tuesday, "MX", "hoy a las 9 abren?")).toEqual(["hoy a las 9=2026-05-12T21:00"]);
});

test("today is the day on the business's wall, also while its clocks change", () => {
  const today = (at: string, timeZone: string) =>
    extract("hoy", { atMs: Date.parse(at), timeZone, region: "ES" })[0]?.value;
  expect(today("2026-03-28T22:59:00Z", "Europe/Madrid")).toBe("2026-03-28");
  expect(today("2026-03-28T23:01:00Z", "Europe/Madrid")).toBe("2026-03-29");
  expect(today("2026-03-29T21:59:00Z", "Europe/Madrid")).toBe("2026-03-29");
  expect(today("2026-03-29T22:01:00Z", "Europe/Madrid")).toBe("2026-03-30");
  expect(today("2026-10-25T22:59:00Z", "Europe/Madrid")).toBe("2026-10-25");
  expect(today("2026-12-31T18:29:00Z", "Asia/Kolkata")).toBe("2026-12-31");
  expect(today("2026-12-31T18:31:00Z", "Asia/Kolkata")).toBe("2027-01-01");
});

test("offsets are those of the text as it came", () => {
  const [found] = extract("🎉🎉 ¿mañana a las 5?", { atMs: 0, timeZone: "UTC", region: "MX" });
  expect(found).toMatchObject({ start: 6, end: 20, text: "mañana a las 5", type: "datetime" });
});

test("a text made to be slow is given up instead", () => {
  const text = "de lunes a las 5, ".repeat(230);
  const started = process.cpuUsage().user;
  extract(text, { atMs: 0, timeZone: "UTC", region: "MX" });
  expect(process.cpuUsage().user - started).toBeLessThan(100_000);
});

test.each([
  ["2026-05-15T09:00", "MX", "pago en la quincena", ["quincena=2026-05-31"]],
  ["2026-05-31T09:00", "MX", "pago en la quincena", ["quincena=2026-06-15"]],
  ["2026-05-12T16:40", "IN", "deliver by 18th please", ["18th=2026-05-18"]],
  ["2026-05-12T16:40", "IN", "half is paid, rest after 4th", ["after 4th=2026-06-04/"]],
  ["2026-05-12T16:40", "IN", "any time before 25th", ["before 25th=/2026-05-25"]],
  ["2026-05-12T16:40", "ES", "voy dentro de 3 horas", ["~dentro de 3 horas=PT3H"]],
])("paydays, days by their ordinal and dentro de: %s %s %s", (at, region, text, expected) => {
  expect(read(at, region, text)).toEqual(expected);
});
