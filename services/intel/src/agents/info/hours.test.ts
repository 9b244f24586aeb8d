import { expect, test } from "vitest";
import { bareShop, chatWith, shopKnown } from "../agent-chat.fixture.ts";
import { infoAgent } from "./info.ts";

const known = shopKnown();
const ask = (text: string, at = "2026-11-24T10:00:00-06:00") =>
  chatWith(infoAgent, { known, at }).says(text, { intent: "opening_hours" }).body;
const askInEnglish = (text: string, at = "2026-11-24T10:00:00-06:00") =>
  chatWith(infoAgent, { known, at }).says(text, { intent: "opening_hours", language: "en" }).body;

test("a day is answered with its hours", () => {
  expect(ask("¿abren el sábado?")).toBe("El sábado 28 de noviembre abrimos de 9:00 a 14:00.");
  expect(askInEnglish("are you open on saturday?")).toBe("On Saturday, November 28 we are open 9:00 to 14:00.");
});

test("a day with a break has both its spans", () => {
  expect(ask("a qué hora abren el viernes")).toBe(
    "El viernes 27 de noviembre abrimos de 9:00 a 14:00 y 16:00 a 19:00.",
  );
});

test("a closed day is followed by the next opening", () => {
  expect(ask("¿abren el domingo?")).toBe(
    "El domingo 29 de noviembre no abrimos. Abrimos el lunes 30 de noviembre a las 9:00.",
  );
});

test("today says whether it is open right now", () => {
  expect(ask("a qué hora cierran hoy?")).toBe("Hoy abrimos de 9:00 a 19:00. Ahora estamos abiertos, hasta las 19:00.");
  expect(ask("¿hoy abren?", "2026-11-24T20:00:00-06:00")).toBe(
    "Hoy abrimos de 9:00 a 19:00. Ahora estamos cerrados. Abrimos mañana a las 9:00.",
  );
});

test("tomorrow is called tomorrow", () => {
  expect(ask("mañana abren?")).toBe("Mañana abrimos de 9:00 a 19:00.");
  expect(askInEnglish("open tomorrow?")).toBe("Tomorrow we are open 9:00 to 19:00.");
});

test.each(["¿están abiertos?", "ya abrieron?", "siguen abiertos ahorita?"])("%s asks about this moment", (text) => {
  expect(ask(text)).toBe("Sí, ahora estamos abiertos, hasta las 19:00.");
});

test("when it is closed, the next opening is told", () => {
  expect(ask("están abiertos?", "2026-11-24T08:00:00-06:00")).toBe("Ahora estamos cerrados. Abrimos hoy a las 9:00.");
  expect(ask("están abiertos?", "2026-11-28T15:00:00-06:00")).toBe(
    "Ahora estamos cerrados. Abrimos el lunes 30 de noviembre a las 9:00.",
  );
  expect(askInEnglish("are you open now?", "2026-11-24T22:00:00-06:00")).toBe(
    "We are closed right now. We open tomorrow at 9:00.",
  );
});

test("a moment is answered with yes and until when, or no", () => {
  expect(ask("¿mañana a las 3 de la tarde están?")).toBe("Sí, mañana a las 15:00 estamos abiertos, hasta las 19:00.");
  expect(ask("el sábado a las 17:00 abren?")).toBe(
    "No, el sábado 28 de noviembre a las 17:00 estamos cerrados. El sábado 28 de noviembre abrimos de 9:00 a 14:00.",
  );
  expect(askInEnglish("are you open tomorrow at 9pm?")).toBe(
    "No, we are closed tomorrow at 21:00. Tomorrow we are open 9:00 to 19:00.",
  );
});

test("a bare hour is the morning's or the evening's, whichever makes sense", () => {
  expect(ask("mañana a las 10 ya hay alguien?")).toMatch(/mañana a las 10:00 estamos abiertos/);
  expect(ask("mañana a las 5 están?")).toMatch(/mañana a las 17:00 estamos abiertos/);
  expect(ask("siguen abiertos hoy a las 8?")).toMatch(/hoy a las 20:00 estamos cerrados/);
  expect(ask("abren mañana a las 8?")).toMatch(/mañana a las 8:00 estamos cerrados/);
});

test("a holiday is named, closed or with other hours", () => {
  expect(ask("¿abren en navidad?")).toBe(
    "El viernes 25 de diciembre no abrimos: Navidad. Abrimos el sábado 26 de diciembre a las 9:00.",
  );
  expect(ask("abren el 24 de diciembre?")).toBe("El jueves 24 de diciembre (Nochebuena) abrimos de 9:00 a 13:00.");
  expect(askInEnglish("open on good friday?")).toMatch(/^We are closed on Friday, March 26 \(Good Friday\)\./);
});

test("Easter week is the days of the file around Easter", () => {
  expect(ask("abren en semana santa?")).toMatch(/^El viernes 26 de marzo no abrimos: Viernes Santo\./);
});

test("public holidays in general are listed, soonest first", () => {
  expect(ask("abren en días festivos?")).toMatch(
    /^Días especiales:\njueves 24 de diciembre \(Nochebuena\): 9:00 a 13:00\nviernes 25 de diciembre \(Navidad\): cerrado/,
  );
});

test("a range of days has a line a day", () => {
  expect(ask("abren del 24 al 26 de diciembre?").split("\n")).toEqual([
    "El jueves 24 de diciembre (Nochebuena) abrimos de 9:00 a 13:00.",
    "El viernes 25 de diciembre no abrimos: Navidad.",
    "El sábado 26 de diciembre abrimos de 9:00 a 14:00.",
  ]);
});

test("a weekday in general is told in general", () => {
  expect(ask("¿abren los sábados?")).toBe("Los sábados abrimos de 9:00 a 14:00.");
  expect(ask("¿abren los domingos?")).toBe("Los domingos no abrimos.");
  expect(askInEnglish("are you open on sundays?")).toBe("We are closed on Sundays.");
});

test("a special day within the week is said as well", () => {
  expect(ask("abren los viernes?", "2026-12-21T10:00:00-06:00")).toBe(
    "Los viernes abrimos de 9:00 a 14:00 y 16:00 a 19:00. El viernes 25 de diciembre no abrimos: Navidad.",
  );
});

test("the weekend is Saturday and Sunday", () => {
  expect(ask("qué horario tienen en fin de semana")).toBe("Abrimos:\nsábado: 9:00 a 14:00\ndomingo: cerrado");
});

test("the whole week groups days with the same hours", () => {
  expect(ask("¿cuál es su horario?")).toBe(
    "Abrimos:\nlunes a jueves: 9:00 a 19:00\nviernes: 9:00 a 14:00 y 16:00 a 19:00\nsábado: 9:00 a 14:00\ndomingo: cerrado\nAhora estamos abiertos, hasta las 19:00.",
  );
  expect(askInEnglish("what are your hours?")).toMatch(/^We are open:\nMonday to Thursday: 9:00 to 19:00/);
});

test("without hours in the file nothing is made up", () => {
  const chat = chatWith(infoAgent, { known: shopKnown("", bareShop) });
  expect(chat.says("¿abren el domingo?", { intent: "opening_hours" }).body).toMatch(/^No tengo nuestro horario/);
});

test("a few words after a question about hours go on with it", () => {
  const chat = chatWith(infoAgent, { known });
  chat.says("¿abren el viernes?", { intent: "opening_hours" });
  expect(chat.says("¿y el domingo?", { unsure: true }).body).toMatch(/^El domingo 29 de noviembre no abrimos/);
  expect(chat.says("y mañana a las 11", { unsure: true }).body).toMatch(/mañana a las 11:00 estamos abiertos/);
});
