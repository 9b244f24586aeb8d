import { parseBusiness } from "@parley/business/load";
import { LlmConfig } from "@parley/llm/config";
import { createMetrics } from "@parley/telemetry/metrics";
import { startSimulatedLlm } from "@parley/testkit/simulated-llm";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { openBusinessLlm } from "./llm.ts";

const businessWith = (llm: string) =>
  parseBusiness(`name: Café Lirio\ntimeZone: America/Mexico_City\nlanguages: [es]\nllm: ${llm}`, "business.yaml");
const silent = { warn: () => {}, error: () => {} };
const ask = {
  purpose: "test",
  chat: "100~1",
  system: "",
  messages: [],
  schema: z.object({ a: z.int() }),
  maxTokens: 10,
};

test("the model spends what the business file allows, and a changed file counts at once", async () => {
  const server = await startSimulatedLlm({ answer: () => ({ kind: "object", value: { a: 1 } }) });
  let business = businessWith("{ callsPerChatPerDay: 1 }");
  const llm = openBusinessLlm(LlmConfig.parse({ LLM_BASE_URL: server.url }), {
    metrics: createMetrics("test"),
    log: silent,
    business: () => business,
  });
  onTestFinished(async () => {
    await llm.stop();
    await server.stop();
  });
  expect(await llm.complete(ask)).toMatchObject({ kind: "ok", value: { a: 1 } });
  expect(await llm.complete(ask)).toEqual({ kind: "over-budget", reason: "chat-day-calls" });
  business = businessWith("{ tokensPerDay: 0 }");
  expect(await llm.complete(ask)).toEqual({ kind: "over-budget", reason: "day-tokens" });
});

test("without a configured model it is off", async () => {
  const llm = openBusinessLlm(LlmConfig.parse({}), {
    metrics: createMetrics("test"),
    log: silent,
    business: () => businessWith("{}"),
  });
  expect(llm.on).toBe(false);
  expect(await llm.complete(ask)).toMatchObject({ kind: "off" });
  await llm.stop();
});
