import { expect, test } from "vitest";
import { createEntityExtractor } from "../extract-entities.ts";
import { createRecognizers } from "../recognizers.ts";
import { readText } from "../text.ts";
import { noteBusinessTurn } from "./business-turn.ts";
import { DialogueState as DialogueSchema, type DialogueState, initialDialogue, requestedOf } from "./dialogue.ts";
import { readTurn } from "./read-turn.ts";
import type { Right, ScriptedConversation } from "./scripted-conversation.ts";
import { scriptedEn } from "./scripted-en.ts";
import { scriptedEs } from "./scripted-es.ts";
import { scriptedFresh } from "./scripted-fresh.ts";
import { scriptedMixed } from "./scripted-mixed.ts";
import { scriptedVaried } from "./scripted-varied.ts";

const catalog = [
  { id: "beef-empanada", name: "Empanada de carne", aliases: [] },
  { id: "dental-cleaning", name: "Limpieza dental", aliases: ["dental cleaning"] },
  { id: "massage", name: "Masaje relajante", aliases: ["masaje relajante"] },
  { id: "marea-sandal", name: "Sandalias marea", aliases: ["sandalias marea"] },
  { id: "air-fryer", name: "Freidora de aire", aliases: ["air fryer"] },
  { id: "oslo-sofa", name: "Sofá Oslo", aliases: ["oslo sofa"] },
  { id: "sponge", name: "Victoria sponge", aliases: [] },
  { id: "cut-and-shave", name: "Corte y afeitado", aliases: ["haircut and shave"] },
  { id: "udaipur-kurta", name: "udaipur kurta", aliases: [] },
  { id: "sunscreen", name: "Protector solar FPS 30", aliases: ["bloqueador fps 30"] },
  { id: "roast", name: "Sunday Roast", aliases: [] },
  { id: "scone", name: "Scone de mantequilla", aliases: ["scones"] },
  { id: "alfajor", name: "Alfajor de maicena", aliases: ["alfajor"] },
  { id: "plain-tee", name: "Camiseta lisa", aliases: ["plain tee"] },
  { id: "tres-leches", name: "Pastel Tres Leches", aliases: ["tres leches"] },
  { id: "corn-empanada", name: "Empanada de humita", aliases: [] },
  { id: "ghee", name: "Desi Ghee", aliases: [] },
  { id: "trail-m4", name: "Zapatillas Trail M4", aliases: [] },
  { id: "green-tamal", name: "Tamal verde", aliases: ["tamales verdes"] },
  { id: "m70-keyboard", name: "Teclado m70", aliases: ["m70 keyboard"] },
];
const extract = createEntityExtractor(createRecognizers({ catalog }));
const zones = {
  MX: "America/Mexico_City",
  AR: "America/Argentina/Buenos_Aires",
  CO: "America/Bogota",
  ES: "Europe/Madrid",
  US: "America/New_York",
  GB: "Europe/London",
  IN: "Asia/Kolkata",
};
/** 10:00 to 15:30 on 16 September 2026 in each of the zones. */
const firstMs = { MX: 16, AR: 13, CO: 15, ES: 8, US: 14, GB: 9, IN: 4.5 };
/** These tests are about the rules that stand before the classifier: it never knows anything here. */
const unsure = { name: "oos", confidence: 0.2, accepted: false, alternatives: [] };

test.each([...scriptedEs, ...scriptedEn, ...scriptedMixed, ...scriptedVaried, ...scriptedFresh])(
  "$region: $name",
  (conversation) => {
    const found = play(conversation);
    expect(found.map(({ found }) => found)).toEqual(found.map(({ right }) => right));
  },
);

function play({ region, forms, turns }: ScriptedConversation) {
  let state: DialogueState = initialDialogue();
  let atMs = Date.UTC(2026, 8, 16) + firstMs[region] * 3_600_000;
  const compared: { found: unknown; right: unknown }[] = [];
  for (const [at, turn] of turns.entries()) {
    const messageId = String(at + 1);
    atMs += 20_000;
    if (turn.from !== "customer") {
      state = noteBusinessTurn(state, { messageId, text: turn.text, from: turn.from, asks: turn.asks });
      continue;
    }
    atMs += (turn.hoursLater ?? 0) * 3_600_000;
    const text = readText(turn.text);
    const context = { atMs, timeZone: zones[region], region };
    const entities = extract(text, { ...context, requested: requestedOf(state) });
    const replyTo = turn.replyTo === undefined ? {} : { replyTo: String(turn.replyTo) };
    const read = readTurn(state, { messageId, text, entities, intent: unsure, forms, ...context, ...replyTo });
    state = read.state;
    expect(DialogueSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
    const { flow, thread, lane, intent, resumed } = read.reading;
    const wanted = expected(turn.right, flow.slots);
    compared.push({
      found: {
        text: turn.text,
        place: `${thread.id} ${thread.topic} ${lane}`,
        answers: [...flow.answered].sort().join(" "),
        open: [...flow.open].sort().join(" "),
        slots: flow.slots,
        resumed,
        ...(turn.right.intent === undefined ? {} : { intent: intent.name }),
      },
      right: { text: turn.text, ...wanted, resumed: (turn.hoursLater ?? 0) >= 4 },
    });
  }
  return compared;
}

/** With the found value wherever it is one of those that are right. */
function expected({ place, intent, answers = "", open = "", slots = {} }: Right, found: Record<string, string>) {
  const right = Object.fromEntries(
    Object.entries(slots).map(([slot, value]) => {
      const list = [value].flat();
      return [slot, list.includes(found[slot] ?? "") ? found[slot] : list[0]];
    }),
  );
  return { place, answers, open, slots: right, ...(intent === undefined ? {} : { intent }) };
}
