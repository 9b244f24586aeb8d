import { parseBusiness } from "@parley/business/load";
import { initialDialogue } from "@parley/nlu/flow/dialogue";
import { standardPlaces } from "@parley/nlu/flow/topics";
import { readText } from "@parley/nlu/text";
import { expect, test } from "vitest";
import { aModel } from "./assist.fixture.ts";
import { createAssist } from "./assist.ts";
import { describeIntents } from "./describe-intents.ts";

const businessWith = (more: string) =>
  parseBusiness(
    [
      "name: Café Lirio",
      "timeZone: America/Mexico_City",
      "languages: [es]",
      "intents:",
      "  - name: gift_wrap",
      "    lane: info",
      "    examples: { es: [lo envuelven, para regalo, con moño, en caja, con listón, con tarjeta, sin precio] }",
      more,
    ].join("\n"),
    "business.yaml",
  );

test("a business that wants no help with something gets none, whatever the model would say", async () => {
  const { server, llm } = await aModel();
  const business = businessWith("llm: { uses: [] }");
  const assist = createAssist(llm, { business, places: standardPlaces, rules: {} });
  const turn = { chat: "100~1" };
  const classified = { name: "oos", confidence: 0.1, accepted: false, alternatives: [] };
  expect(await assist.intent({ ...turn, text: "y con moño?", classified })).toBeUndefined();
  expect(await assist.entities({ ...turn, text: readText("soy Xitlali"), entities: [] })).toBeUndefined();
  const passages = [{ id: "a", text: "Envolvemos para regalo." }];
  expect(await assist.answer({ ...turn, text: "y con moño?", language: "es", passages })).toBeUndefined();
  const reading = {
    flow: { answered: [], open: [], slots: {} },
    thread: { id: "t1", topic: "faq" },
    lane: "info",
    intent: { name: "oos", confidence: 0.1, source: "classifier" },
    resumed: false,
    correction: false,
  } as const;
  const input = {
    reading: { ...reading, flow: { answered: [], open: [], slots: {} } },
    dialogue: initialDialogue(),
    classified,
    text: "y con moño?",
  };
  expect(await assist.route(turn)(input)).toMatchObject({ reason: "unsure" });
  expect(server.requests).toHaveLength(0);
});

test("a model is told every intent of the business, its own with examples from all over its list", () => {
  const described = describeIntents(businessWith(""));
  expect(described.find(({ name }) => name === "opening_hours")?.meaning).toBe("asks when the business is open");
  expect(described.at(-1)).toEqual({
    name: "gift_wrap",
    meaning: "gift wrap",
    examples: ["lo envuelven", "con moño", "con listón"],
  });
});
