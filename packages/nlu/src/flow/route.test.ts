import { expect, test } from "vitest";
import { initialDialogue } from "./dialogue.ts";
import type { TurnReading } from "./read-turn.ts";
import { noteTone, type RouterInput, routeTurn } from "./route.ts";

const reading: TurnReading = {
  flow: { answered: [], open: [], slots: {} },
  thread: { id: "t1", topic: "order" },
  lane: "commerce",
  intent: { name: "place_order", confidence: 0.9, source: "classifier" },
  resumed: false,
  correction: false,
};
const classified = { name: "place_order", confidence: 0.9, accepted: true };
const input: RouterInput = { reading, dialogue: initialDialogue(), classified };

test("a sure intent goes to its lane and that lane's agent", () => {
  const decision = routeTurn(input, { agents: { commerce: "till" } });
  expect(decision).toEqual({
    lane: "commerce",
    intent: "place_order",
    agent: "till",
    reason: "intent",
    confidence: 0.9,
  });
});

test("an answer stays in the lane of its task", () => {
  const answer: TurnReading = { ...reading, intent: { name: "place_order", confidence: 0.95, source: "answer" } };
  expect(routeTurn({ ...input, reading: answer })).toMatchObject({ lane: "commerce", reason: "answer" });
});

test("whoever asks for a person gets one", () => {
  const asked: TurnReading = { ...reading, intent: { name: "human_agent", confidence: 0.9, source: "cue" } };
  expect(routeTurn({ ...input, reading: asked })).toMatchObject({ lane: "human", reason: "asked-for-person" });
});

test("a chat that a person has stays with the person", () => {
  const dialogue = { ...initialDialogue(), handover: "person" as const };
  expect(routeTurn({ ...input, dialogue })).toMatchObject({ lane: "human", reason: "handed-over" });
});

test("one furious turn goes to a person, one unhappy turn does not", () => {
  const furious = { label: "neg", score: -0.95, emotion: "anger" };
  const unhappy = { label: "neg", score: -0.6, emotion: "anger" };
  expect(routeTurn({ ...input, tone: furious })).toMatchObject({ lane: "human", reason: "anger" });
  expect(routeTurn({ ...input, tone: unhappy, dialogue: noteTone(initialDialogue(), unhappy) }).lane).toBe("commerce");
});

test("anger twice in a row goes to a person, with a friendly turn between them it does not", () => {
  const unhappy = { label: "neg", score: -0.6, emotion: "anger" };
  const friendly = { label: "pos", score: 0.7, emotion: "joy" };
  const twice = noteTone(noteTone(initialDialogue(), unhappy), unhappy);
  const between = noteTone(noteTone(noteTone(initialDialogue(), unhappy), friendly), unhappy);
  expect(routeTurn({ ...input, tone: unhappy, dialogue: twice }).reason).toBe("anger");
  expect(routeTurn({ ...input, tone: unhappy, dialogue: between }).reason).toBe("intent");
});

test("sadness is no reason to call a person", () => {
  const sad = { label: "neg", score: -0.9, emotion: "sadness" };
  expect(noteTone(initialDialogue(), sad).angry).toBe(0);
});

test("the third turn in a row that nobody understands goes to a person; the number is a setting", () => {
  const unclear: RouterInput = {
    ...input,
    dialogue: { ...initialDialogue(), unclear: 3 },
    classified: { name: "oos", confidence: 0.2, accepted: false },
  };
  expect(routeTurn(unclear)).toMatchObject({ lane: "human", reason: "repeated-failure" });
  expect(routeTurn(unclear, { unclearTurns: 5 })).toMatchObject({ lane: "info", reason: "unsure" });
});
