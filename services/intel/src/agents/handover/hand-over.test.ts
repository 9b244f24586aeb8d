import { describe, expect, test } from "vitest";
import { bodiesOf, type SaidMore, shopKnown, turnsOf } from "../agent-chat.fixture.ts";
import { asksForAssistant } from "./asks-for-assistant.ts";
import { handOver, handOverUnasked, operatorWrote, switchedBot, whilePaused } from "./hand-over.ts";
import { Paused } from "./paused.ts";

const known = shopKnown();
const always = shopKnown("handover: { hours: always, resumeAfterMinutes: 30 }\n");
const inHours = Date.parse("2026-11-24T10:00:00-06:00");
const atNight = Date.parse("2026-11-24T22:00:00-06:00");
const minute = 60_000;
const turnAt = (text: string, now: number, more: SaidMore = {}) => turnsOf(known)(text, now, more);
const asked = { intent: "human_agent" };

const given = (now: number, reason = "asked-for-person", more: SaidMore = asked) =>
  handOver({ reason, turn: turnAt("quiero hablar con alguien", now, more), known });

describe("the chat goes to a person", () => {
  test("in hours somebody will be there shortly, and the assistant is silent for the time of the file", () => {
    const { paused, replies } = given(inHours);
    expect(bodiesOf(replies)).toEqual(["Claro, en un momento te atiende alguien de nuestro equipo."]);
    expect(paused).toMatchObject({ reason: "asked-for-person", sinceMs: inHours, untilMs: inHours + 120 * minute });
    expect(Paused.parse(paused)).toEqual(paused);
  });

  test("out of hours it says from when, and the time counts from then", () => {
    const { paused, replies } = given(atNight);
    expect(bodiesOf(replies)[0]).toMatch(
      /^Claro\. Ahora no hay nadie del equipo; te respondemos mañana desde las 9:00\./,
    );
    expect(paused.untilMs).toBe(Date.parse("2026-11-25T11:00:00-06:00"));
  });

  test("before the opening it is today, before a Sunday it is a day with its name", () => {
    expect(bodiesOf(given(Date.parse("2026-11-24T07:00:00-06:00")).replies)[0]).toMatch(
      /te respondemos hoy desde las 9:00/,
    );
    expect(bodiesOf(given(Date.parse("2026-11-28T15:00:00-06:00")).replies)[0]).toMatch(
      /te respondemos el lunes 30 de noviembre desde las 9:00/,
    );
  });

  test("where somebody is always there, the hours do not matter", () => {
    const { paused, replies } = handOver({
      reason: "asked-for-person",
      turn: turnAt("persona", atNight, asked),
      known: always,
    });
    expect(bodiesOf(replies)[0]).toMatch(/^Claro, en un momento/);
    expect(paused.untilMs).toBe(atNight + 30 * minute);
  });

  test("the words fit the reason and the language", () => {
    const say = (reason: string, more: SaidMore = {}) => bodiesOf(given(inHours, reason, more).replies)[0];
    expect(say("anger")).toMatch(/^Lamento mucho lo ocurrido\./);
    expect(say("repeated-failure")).toMatch(/^Disculpa/);
    expect(say("overdue: C-1")).toMatch(/^En un momento te atiende/);
    expect(say("asked-for-person", { ...asked, language: "en" })).toBe(
      "Of course, someone from our team will be with you shortly.",
    );
  });

  test("an intent that a person sees to has the answer of the file before", () => {
    const turn = turnAt("¿venden al mayoreo?", inHours, { intent: "wholesale" });
    expect(bodiesOf(handOver({ reason: "intent", turn, known }).replies)[0]).toMatch(
      /^Sí vendemos al mayoreo\. En un momento te atiende/,
    );
  });

  test("nobody has to have written: an agent's timer hands over, too", () => {
    const records = {
      orders: [],
      tickets: [{ number: "C-1", status: "escalated", openedAtMs: 1, subject: "charge: twice" }],
    };
    const moment = { now: inHours, chat: "100~1", language: "es", records } as const;
    const { paused, replies } = handOverUnasked("overdue: C-1", moment, known);
    expect(paused.note).toMatch(/Caso C-1 \(escalated\): charge: twice/);
    expect(bodiesOf(replies)[0]).toMatch(/^En un momento te atiende/);
  });
});

describe("the note for the person", () => {
  test("tells who, why, what was written, what it mentions, order, ticket and mood", () => {
    const records = {
      orders: [{ number: "P-7", status: "preparing", placedAtMs: 1, text: "2 × Martillo" }],
      tickets: [{ number: "C-9", status: "open", openedAtMs: 1, subject: "other: no sirve" }],
    };
    const more = {
      ...asked,
      records,
      profileName: "Ana",
      sentiment: { label: "neg", score: -0.7, emotion: "anger" },
    } as const;
    const turn = turnAt("el taladro de mi pedido P-7 no sirve, quiero una persona", inHours, more);
    expect(handOver({ reason: "asked-for-person", turn, known }).paused.note?.split("\n")).toEqual([
      "Motivo: pidió una persona",
      "Cliente: Ana, en español",
      "Escribió: «el taladro de mi pedido P-7 no sirve, quiero una persona»",
      "Menciona: taladro y P-7",
      "Pedido P-7 (preparing): 2 × Martillo",
      "Caso C-9 (open): other: no sirve",
      "Ánimo: molesto (anger)",
    ]);
  });

  test("is bounded, and leaves out what is over", () => {
    const records = { orders: [], tickets: [{ number: "C-9", status: "closed", openedAtMs: 1, subject: "x" }] };
    const turn = turnAt("hola ".repeat(800), inHours, { ...asked, records });
    const { note = "" } = handOver({ reason: "x".repeat(4000), turn, known }).paused;
    expect(note.length).toBeLessThanOrEqual(1500);
    expect(handOver({ reason: "anger", turn, known }).paused.note).not.toMatch(/C-9/);
  });
});

describe("while a person has the chat", () => {
  const paused = given(inHours).paused;
  const at = (minutes: number, text = "hola?", more: SaidMore = {}) =>
    whilePaused(paused, turnAt(text, inHours + minutes * minute, more), known);

  test("the assistant is silent", () => {
    expect(at(5)).toEqual({ paused, replies: [] });
  });

  test("who waits long is told once that it is not forgotten", () => {
    const { paused: reminded, replies } = at(20);
    expect(bodiesOf(replies)[0]).toMatch(/^Alguien del equipo ya tiene tu mensaje/);
    expect(reminded?.remindedAtMs).toBe(inHours + 20 * minute);
    const again = whilePaused(reminded ?? paused, turnAt("sigue ahí?", inHours + 60 * minute), known);
    expect(again.replies).toEqual([]);
  });

  test("through a night there is a reminder every four hours at most", () => {
    const { paused: night } = given(atNight);
    const first = whilePaused(night, turnAt("hola", atNight + 20 * minute), known);
    const second = whilePaused(first.paused ?? night, turnAt("hola", atNight + 100 * minute), known);
    const third = whilePaused(second.paused ?? night, turnAt("hola", atNight + 300 * minute), known);
    expect([first, second, third].map(({ replies }) => replies.length)).toEqual([1, 0, 1]);
  });

  test("after a person has written there is no reminder", () => {
    const held = operatorWrote(paused, inHours + 5 * minute, known);
    expect(whilePaused(held, turnAt("gracias", inHours + 60 * minute), known)).toEqual({ paused: held, replies: [] });
  });

  test("when the time is over, the assistant says that it is back", () => {
    expect(at(119).paused).toBeDefined();
    const { paused: over, replies } = at(120);
    expect(over).toBeUndefined();
    expect(bodiesOf(replies)).toEqual(["Aquí sigo yo, el asistente de Ferretería El Clavo."]);
  });

  test("who asks for a person again when the time is over is not told that the assistant is back", () => {
    expect(at(130, "quiero una persona", asked)).toEqual({ paused: undefined, replies: [] });
  });

  test("who asks for the assistant has it back at once, and is told what it can do", () => {
    expect(at(1, "bot")).toMatchObject({ paused: undefined, answered: true });
    expect(bodiesOf(at(1, "back to the bot", { language: "en" }).replies)[0]).toMatch(
      /^The assistant of Ferretería El Clavo is back\. I can help with products and prices/,
    );
  });
});

test.each([
  "bot",
  "Menú",
  "volver al menú",
  "quiero volver con el asistente",
  "seguir con el bot por favor",
  "main menu",
  "back to the assistant",
  "ya no necesito hablar con una persona",
])("%s asks for the assistant", (text) => {
  expect(asksForAssistant(text.toLowerCase().replace("ú", "u"))).toBe(true);
});

test.each([
  "no quiero un bot, quiero una persona",
  "eres un bot?",
  "me mandas el menu de hoy",
  "hola",
  "quiero una persona",
])("%s does not ask for the assistant", (text) => {
  expect(asksForAssistant(text)).toBe(false);
});

test("a hostile text is read in no time", () => {
  const before = performance.now();
  asksForAssistant("quiero por favor ".repeat(250));
  asksForAssistant(`${" !".repeat(2000)}bot x`);
  expect(performance.now() - before).toBeLessThan(20);
});

describe("a person writes", () => {
  test("it silences the assistant, from their last word on", () => {
    const held = operatorWrote(undefined, inHours, known);
    expect(held).toMatchObject({ sinceMs: inHours, untilMs: inHours + 120 * minute, lastOperatorAtMs: inHours });
    const later = operatorWrote(held, inHours + 50 * minute, known);
    expect(later).toMatchObject({ sinceMs: inHours, untilMs: inHours + 170 * minute });
    expect(whilePaused(later, turnAt("hola", inHours + 169 * minute), known).paused).toBe(later);
    expect(whilePaused(later, turnAt("hola", inHours + 170 * minute), known).paused).toBeUndefined();
  });

  test("a word that comes late does not shorten the silence", () => {
    const held = operatorWrote(undefined, inHours, known);
    expect(operatorWrote(held, inHours - 60 * minute, known).untilMs).toBe(inHours + 120 * minute);
  });

  test("the note stays", () => {
    const { paused } = given(inHours);
    expect(operatorWrote(paused, inHours + minute, known).note).toBe(paused.note);
  });
});

describe("the switch of the operator", () => {
  test("on gives the chat back", () => {
    const { paused } = given(inHours);
    expect(switchedBot(paused, { enabled: true, reason: "solved", atMs: inHours + minute }, known)).toBeUndefined();
  });

  test("off silences the assistant and says why", () => {
    expect(switchedBot(undefined, { enabled: false, reason: "VIP", atMs: inHours }, known)).toEqual({
      reason: "VIP",
      sinceMs: inHours,
      untilMs: inHours + 120 * minute,
      lastOperatorAtMs: inHours,
    });
  });
});
