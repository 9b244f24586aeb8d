import { type SimulatedLlm, startSimulatedLlm } from "@parley/testkit/simulated-llm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, openInstallation } from "./installation.ts";

let parley: Installation;
let model: SimulatedLlm;
beforeAll(async () => {
  model = await startSimulatedLlm();
  parley = await openInstallation({
    env: { LLM_PROVIDER: "openai", LLM_BASE_URL: `${model.url}/v1`, LLM_API_KEY: "story-key", LLM_TIMEOUT_MS: "1000" },
  });
});
afterAll(async () => {
  await parley.stop();
  await model.stop();
});

const unclear = "oye y lo de ayer que onda con eso del coso ese";

test("where the local path is unsure the model says what is wanted, and an agent answers that", async () => {
  model.play({ kind: "object", value: { intent: "opening_hours", certainty: "sure" } });
  const ana = parley.customer("5215500000801");
  const turn = await parley.ended(await ana.says(unclear));
  expect(turn).toMatchObject({ processing: { intel: { intent: { name: "opening_hours", source: "llm" } } } });
  expect(await ana.replies(1)).toEqual([expect.stringContaining("abrimos")]);
});

test("a clear message asks no model", async () => {
  const before = model.requests.length;
  const ana = parley.customer("5215500000802");
  await parley.ended(await ana.says("¿a qué hora abren?"));
  expect(model.requests.length).toBe(before);
});

test("a model that hangs costs its time-out, no answer and no order", async () => {
  model.play({ kind: "hang" }, { kind: "hang" }, { kind: "hang" });
  const ana = parley.customer("5215500000803");
  const ids = [await ana.says(unclear), await ana.says("¿tienen wifi?")];
  for (const id of ids) await parley.ended(id);
  expect((await ana.timeline()).map(({ status }) => status)).toEqual(["done", "done"]);
  expect((await ana.replies(2)).at(-1)).toContain("wifi");
});
