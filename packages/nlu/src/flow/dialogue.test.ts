import { expect, test } from "vitest";
import { readText } from "../text.ts";
import { noteBusinessTurn, switchHandover } from "./business-turn.ts";
import { DialogueState as DialogueSchema, type DialogueState, initialDialogue, most, requestedOf } from "./dialogue.ts";
import { readTurn } from "./read-turn.ts";

const unsure = { name: "oos", confidence: 0.2, accepted: false };
const forms = { booking: { people: "number", name: "person" } };
const context = {
  entities: [],
  intent: unsure,
  forms,
  region: "MX",
  timeZone: "America/Mexico_City",
  atMs: Date.UTC(2026, 8, 16),
};

function hear(state: DialogueState, text: string, messageId = "m1") {
  return readTurn(state, { ...context, messageId, text: readText(text) });
}

test("a long chat keeps the dialogue small", () => {
  let state = initialDialogue();
  for (let turn = 0; turn < 300; turn++) {
    state = hear(state, turn % 2 === 0 ? `quiero reservar mesa ${turn}` : "a que hora abren?", `in-${turn}`).state;
    const asks = [{ id: `q${turn}`, slot: `slot-${turn}`, type: "text" }];
    state = noteBusinessTurn(state, { messageId: `out-${turn}`, text: "x".repeat(5000), from: "bot", asks });
  }
  expect(state.open.length).toBeLessThanOrEqual(most.open);
  expect(state.threads.length).toBeLessThanOrEqual(most.threads);
  expect(state.places.length).toBeLessThanOrEqual(most.places);
  expect(JSON.stringify(state).length).toBeLessThan(24_000);
  expect(DialogueSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test("reading a turn leaves the state before it as it was", () => {
  const asked = noteBusinessTurn(initialDialogue(), {
    text: "¿Cuántos?",
    from: "bot",
    asks: [{ id: "q1", slot: "people", type: "number" }],
  });
  const before = structuredClone(asked);
  hear(asked, "cuatro");
  expect(asked).toEqual(before);
});

test("the recognizers are told what the newest questions ask for", () => {
  const one = noteBusinessTurn(initialDialogue(), {
    text: "¿Cuántos?",
    from: "bot",
    asks: [{ id: "q1", slot: "people", type: "number" }],
  });
  const two = noteBusinessTurn(one, {
    text: "¿A nombre de quién?",
    from: "bot",
    asks: [{ id: "q2", slot: "name", type: "person" }],
  });
  expect(requestedOf(two)).toEqual(["name", "person"]);
});

test("a question that is asked again replaces the one before", () => {
  const ask = (id: string) => ({
    text: "¿Cuántos?",
    from: "bot" as const,
    asks: [{ id, slot: "people", type: "number" }],
  });
  const state = noteBusinessTurn(noteBusinessTurn(initialDialogue(), ask("q1")), ask("q2"));
  expect(state.open.map(({ id }) => id)).toEqual(["q2"]);
});

test("a tap on a button answers without words", () => {
  const options = [
    { label: "Terraza", value: "outside" },
    { label: "Interior", value: "inside" },
  ];
  const asked = noteBusinessTurn(initialDialogue(), {
    text: "¿Dónde?",
    from: "bot",
    asks: [{ id: "q1", slot: "where", type: "choice", options }],
  });
  const { reading } = readTurn(asked, { ...context, messageId: "m1", text: readText("Interior"), tapped: "inside" });
  expect(reading.flow).toEqual({ answered: ["q1"], open: [], slots: { where: "inside" } });
});

test("asking for a person drops what the assistant asked", () => {
  const asked = noteBusinessTurn(initialDialogue(), {
    text: "¿Cuántos?",
    from: "bot",
    asks: [{ id: "q1", slot: "people", type: "number" }],
  });
  const { state, reading } = hear(asked, "quiero hablar con una persona");
  expect(reading.flow.open).toEqual([]);
  expect(reading.lane).toBe("human");
  expect(hear(state, "y tengo prisa").reading.lane).toBe("human");
  expect(hear(switchHandover(state, "none"), "a que hora abren?").reading.lane).toBe("info");
});

test("a hostile text is read to the end", () => {
  const asks = ["person", "location", "text", "time", "boolean"].map((type, at) => ({
    id: `q${at}`,
    slot: `s${at}`,
    type,
  }));
  const asked = noteBusinessTurn(initialDialogue(), { text: "¿?", from: "bot", asks });
  for (const piece of ["mm ", "no, ", "por favor ", "si ", "x,", "¿", "a nombre de "])
    expect(hear(asked, piece.repeat(2000)).reading.thread.id).toBe("t1");
});
