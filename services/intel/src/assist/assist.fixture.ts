import { openLlm } from "@parley/llm/open-llm";
import { createMetrics } from "@parley/telemetry/metrics";
import { startSimulatedLlm } from "@parley/testkit/simulated-llm";
import type { LlmScript } from "@parley/testkit/simulated-llm-answers";
import { onTestFinished } from "vitest";

/** A model that answers with `value`, once; `server.play` for anything else. Stops with the test. */
export async function aModel(value?: unknown) {
  const server = await startSimulatedLlm();
  if (value !== undefined) server.play({ kind: "object", value });
  const silent = () => {};
  const settings = {
    provider: "openai",
    baseUrl: server.url,
    model: "m",
    timeoutMs: 5_000,
    concurrent: 2,
    waiting: 2,
  } as const;
  const llm = openLlm(settings, { metrics: createMetrics("test"), log: { warn: silent, error: silent } });
  onTestFinished(async () => {
    await llm.stop();
    await server.stop();
  });
  return { server, llm };
}

/** Endings without an answer. */
export const failures: readonly LlmScript[] = [
  { kind: "status", status: 503 },
  { kind: "refusal" },
  { kind: "reset" },
  { kind: "text", text: '{"', finish: "length" },
];
