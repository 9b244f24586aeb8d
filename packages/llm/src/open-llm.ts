import type { Metrics } from "@parley/telemetry/metrics";
import type * as z from "zod";
import { anthropicProtocol } from "./anthropic-protocol.ts";
import {
  type Breaker,
  type BreakerSettings,
  type BreakerState,
  breakerStates,
  createBreaker,
  type Pass,
} from "./breaker.ts";
import { type BudgetLimits, createBudget, defaultLimits } from "./budget.ts";
import { createCallSlots } from "./call-slots.ts";
import type { LlmSettings } from "./config.ts";
import { type ConverseDependencies, type Conversed, converse, endedBy } from "./converse.ts";
import { type Deadline, openDeadline } from "./deadline.ts";
import { type HttpPost, openHttpPost } from "./http-post.ts";
import { type Ask, type Llm, type LlmAnswer, type LlmFailure, llmOff, type Usage } from "./llm.ts";
import { openAiProtocol } from "./openai-protocol.ts";
import { systemTimers, type Timers } from "./timers.ts";

export type LlmLog = Record<"warn" | "error", (fields: object, sentence: string) => void>;

export type LlmDependencies = {
  metrics: Pick<Metrics, "breakerState" | "llmTokens" | "llmRequests">;
  log: LlmLog;
  /** Read at each call, so that a changed business file counts at once. */
  limits?: () => BudgetLimits;
  timers?: Timers;
  breaker?: BreakerSettings;
};

export type OpenLlm = Llm & { stop: () => Promise<void> };

const usualBreaker: BreakerSettings = { failures: 5, windowMs: 30_000, openMs: 15_000 };
/** A server that says "too fast" is waited for this long within a call; for a longer time it is only left alone. */
const longestWaitMs = 2_000;
const longestPauseMs = 60_000;

/** The configured model, or `llmOff`. Budget, breaker and queue are those of this process. */
export function openLlm(settings: LlmSettings | undefined, deps: LlmDependencies): OpenLlm {
  if (settings === undefined) return { ...llmOff, stop: async () => {} };
  const { metrics, log, timers = systemTimers } = deps;
  const http = openHttpPost(new URL(settings.baseUrl).origin, { connections: settings.concurrent });
  const guarded = createGuard({
    breaker: openBreaker(deps, timers.now),
    converse: conversation(settings, deps, http),
    now: timers.now,
  });
  const slots = createCallSlots(settings);
  const answer = async <S extends z.ZodObject>(ask: Ask<S>, deadline: Deadline): Promise<Conversed<z.infer<S>>> => {
    const place = await slots.enter(deadline.signal);
    if (place === "full") return { kind: "failed", failure: { kind: "unavailable", reason: "queue-full" } };
    if (place === "aborted") return { kind: "failed", failure: endedBy(deadline) ?? aborted };
    return guarded(ask, deadline).finally(place);
  };
  return {
    on: true,
    complete: async (ask) => {
      const startedAtMs = timers.now();
      const deadline = openDeadline(timers, { timeoutMs: settings.timeoutMs, signal: ask.signal });
      const ended = await answer(ask, deadline).finally(deadline.close);
      const outcome = ended.kind === "ok" ? "ok" : ended.failure.kind;
      metrics.llmRequests.inc({ purpose: ask.purpose, outcome });
      if (ended.kind === "failed") report(log, ended, { purpose: ask.purpose, durationMs: timers.now() - startedAtMs });
      return answerOf(ended);
    },
    stop: () => http.close(),
  };
}

function conversation(settings: LlmSettings, deps: LlmDependencies, http: HttpPost): ConverseDependencies {
  const { metrics, limits = () => defaultLimits, timers = systemTimers } = deps;
  const protocol = settings.provider === "openai" ? openAiProtocol(settings) : anthropicProtocol(settings);
  return {
    protocol,
    http,
    now: timers.now,
    model: settings.model,
    budget: createBudget({ limits, now: timers.now }),
    dialect: { current: protocol.dialect },
    longestWaitMs,
    onUsage: (usage) => countTokens(metrics, settings.model, usage),
  };
}

function openBreaker({ metrics, log, breaker = usualBreaker }: LlmDependencies, now: () => number): Breaker {
  const show = (state: BreakerState) => metrics.breakerState.set({ dependency: "llm" }, breakerStates.indexOf(state));
  show("closed");
  return createBreaker({
    ...breaker,
    now,
    onState: (state) => {
      show(state);
      log.warn({ state }, "the language model's breaker changed");
    },
  });
}

const aborted: LlmFailure = { kind: "unavailable", reason: "aborted" };

/** Calls the model only when it is likely to answer, and learns from how it went. */
function createGuard({
  breaker,
  converse: deps,
  now,
}: {
  breaker: Breaker;
  converse: ConverseDependencies;
  now: () => number;
}) {
  let pausedUntilMs = 0;
  let pausedFor: "rate-limited" | "quota" = "rate-limited";
  return async <S extends z.ZodObject>(ask: Ask<S>, deadline: Deadline): Promise<Conversed<z.infer<S>>> => {
    if (now() < pausedUntilMs) return { kind: "failed", failure: { kind: "unavailable", reason: pausedFor } };
    const pass = breaker.enter();
    if (pass === undefined) return { kind: "failed", failure: { kind: "unavailable", reason: "breaker-open" } };
    try {
      const ended = await converse(deps, ask, deadline);
      judgeHealth(pass, ended);
      if (ended.kind === "failed" && ended.waitMs !== undefined) {
        pausedUntilMs = now() + Math.min(ended.waitMs, longestPauseMs);
        pausedFor = ended.failure.reason === "quota" ? "quota" : "rate-limited";
      }
      return ended;
    } finally {
      pass.release(); // for an ending that said nothing
    }
  };
}

const ill = new Set(["network", "server-error", "malformed-answer", "answer-too-large", "unauthorized", "not-found"]);

function judgeHealth(pass: Pass, ended: Conversed<unknown>): void {
  const { kind, reason } = ended.kind === "ok" ? { kind: "ok", reason: "" } : ended.failure;
  if (kind === "timeout" || ill.has(reason)) pass.fail();
  else if (kind === "ok" || kind === "refused") pass.succeed();
  else if (kind === "invalid" && reason !== "request-too-large") pass.succeed();
}

function countTokens({ llmTokens }: LlmDependencies["metrics"], model: string, { input, cached, output }: Usage): void {
  llmTokens.inc({ model, kind: "input" }, Math.max(0, input - cached));
  llmTokens.inc({ model, kind: "cached" }, cached);
  llmTokens.inc({ model, kind: "output" }, output);
}

/** Of these only the metrics tell: they come in numbers, after a line that said why. */
const silent = new Set(["breaker-open", "queue-full", "aborted", "day-tokens", "chat-hour-tokens", "chat-day-calls"]);

function report(log: LlmLog, ended: Extract<Conversed<never>, { kind: "failed" }>, fields: object): void {
  const { kind: outcome, reason } = ended.failure;
  const paused = (reason === "rate-limited" || reason === "quota") && ended.waitMs === undefined;
  if (paused || silent.has(reason)) return;
  const all = { ...fields, outcome, reason, ...(ended.status === undefined ? {} : { status: ended.status }) };
  const wrongSetting = reason === "unauthorized" || reason === "not-found" || reason === "quota";
  if (wrongSetting) log.error(all, "the language model cannot be used as configured");
  else log.warn(all, "the language model gave no usable answer");
}

function answerOf<T>(ended: Conversed<T>): LlmAnswer<T> {
  return ended.kind === "ok" ? ended : ended.failure;
}
