import { createMetrics } from "@parley/telemetry/metrics";
import { startSimulatedLlm } from "@parley/testkit/simulated-llm";
import type { LlmScript } from "@parley/testkit/simulated-llm-answers";
import { onTestFinished } from "vitest";
import { z } from "zod";
import type { BudgetLimits } from "./budget.ts";
import type { LlmSettings } from "./config.ts";
import type { Ask } from "./llm.ts";
import { openLlm } from "./open-llm.ts";
import type { Timers } from "./timers.ts";

/** Time that passes when a test says so. */
export function manualTimers(startMs = Date.UTC(2026, 10, 24, 10, 30)) {
  let nowMs = startMs;
  let due: { atMs: number; run: () => void }[] = [];
  const timers: Timers = {
    now: () => nowMs,
    after: (ms, run) => {
      const timer = { atMs: nowMs + ms, run };
      due.push(timer);
      return () => {
        due = due.filter((other) => other !== timer);
      };
    },
  };
  return {
    ...timers,
    timers,
    /** How many timers are set. */
    set: () => due.length,
    pass: (ms: number) => {
      nowMs += ms;
      const ready = due.filter(({ atMs }) => atMs <= nowMs).sort((a, b) => a.atMs - b.atMs);
      due = due.filter(({ atMs }) => atMs > nowMs);
      for (const { run } of ready) run();
    },
  };
}

export const Colour = z.object({ colour: z.enum(["red", "blue"]), sure: z.boolean() });

export const aColour: Ask<typeof Colour> = {
  purpose: "colour",
  chat: "100~200",
  system: "Name the colour.",
  messages: [{ role: "user", content: "the sky at noon" }],
  schema: Colour,
  maxTokens: 100,
};

export const blue = { kind: "object", value: { colour: "blue", sure: true } } as const satisfies LlmScript;

export type ModelOptions = {
  provider?: LlmSettings["provider"];
  settings?: Partial<LlmSettings>;
  limits?: Partial<BudgetLimits>;
};

/** A simulated model and what asks it, under a clock of the test's own; both stop with the test. */
export async function aModel({ provider = "openai", settings = {}, limits = {} }: ModelOptions = {}) {
  const server = await startSimulatedLlm();
  const clock = manualTimers();
  const metrics = createMetrics("test");
  const lines: { fields: object; sentence: string }[] = [];
  const note = (fields: object, sentence: string) => void lines.push({ fields, sentence });
  const llm = openLlm(
    {
      provider,
      baseUrl: server.url,
      apiKey: "key-of-the-test",
      model: "model-of-the-test",
      timeoutMs: 8_000,
      concurrent: 4,
      waiting: 2,
      ...settings,
    },
    {
      metrics,
      log: { warn: note, error: note },
      timers: clock.timers,
      limits: () => ({ tokensPerDay: 1e9, tokensPerChatHour: 1e9, callsPerChatDay: 1e9, ...limits }),
    },
  );
  onTestFinished(async () => {
    await llm.stop();
    await server.stop();
  });
  const shown = async (name: string) =>
    (await metrics.registry.getSingleMetricAsString(name)).split("\n").filter((line) => line.startsWith(name));
  return { server, clock, llm, lines, shown };
}
