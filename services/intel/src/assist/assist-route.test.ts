import { llmOff } from "@parley/llm/llm";
import { initialDialogue } from "@parley/nlu/flow/dialogue";
import { type RouterInput, routeTurn } from "@parley/nlu/flow/route";
import { standardPlaces } from "@parley/nlu/flow/topics";
import { expect, test } from "vitest";
import { aModel, failures } from "./assist.fixture.ts";
import { assistRoute } from "./assist-route.ts";

const rules = { agents: { commerce: "shopkeeper" } };
const options = {
  intents: [
    { name: "place_order", meaning: "wants to buy", examples: [] },
    { name: "complaint", meaning: "complains", examples: [] },
  ],
  lanes: ["info", "commerce", "support", "human"],
  places: standardPlaces,
  rules,
};
const turn = { chat: "100~1" };
const unclear: RouterInput = {
  reading: {
    flow: { answered: [], open: [], slots: {} },
    thread: { id: "t1", topic: "faq" },
    lane: "info",
    intent: { name: "faq_other", confidence: 0.3, source: "classifier" },
    resumed: false,
    correction: false,
  },
  dialogue: initialDialogue(),
  classified: { name: "faq_other", confidence: 0.3, accepted: false },
  text: "me apartas unas de esas porfa",
};

test("where the rules are unsure the model chooses lane and intent, and the lane its agent", async () => {
  const { llm } = await aModel({ lane: "commerce", intent: "place_order", certainty: "sure" });
  expect(await assistRoute(llm, options)(turn)(unclear)).toEqual({
    lane: "commerce",
    intent: "place_order",
    agent: "shopkeeper",
    reason: "model",
    confidence: 0.9,
  });
});

test.each([
  ["guesses", { lane: "commerce", intent: "place_order", certainty: "guess" }],
  ["puts an intent into another lane", { lane: "support", intent: "place_order", certainty: "sure" }],
])("the rules' decision stays when the model %s", async (_, value) => {
  const { llm } = await aModel(value);
  expect(await assistRoute(llm, options)(turn)(unclear)).toEqual(routeTurn(unclear, rules));
});

test("the model is not asked where the rules are sure, an angry customer among them", async () => {
  const { server, llm } = await aModel();
  const angry = { ...unclear, tone: { label: "negative", score: -0.95, emotion: "anger" } };
  expect(await assistRoute(llm, options)(turn)(angry)).toMatchObject({ lane: "human", reason: "anger" });
  const clear = { ...unclear, classified: { ...unclear.classified, accepted: true } };
  expect(await assistRoute(llm, options)(turn)(clear)).toMatchObject({ reason: "intent" });
  expect(server.requests).toHaveLength(0);
});

test("without a model, or when it fails, the rules decide", async () => {
  expect(await assistRoute(llmOff, options)(turn)(unclear)).toEqual(routeTurn(unclear, rules));
  for (const failure of failures) {
    const { server, llm } = await aModel();
    server.play(failure);
    expect(await assistRoute(llm, options)(turn)(unclear)).toEqual(routeTurn(unclear, rules));
  }
});
