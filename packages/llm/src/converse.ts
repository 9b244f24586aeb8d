import type * as z from "zod";
import type { Deadline } from "./deadline.ts";
import { type ExchangeDependencies, type Exchanged, exchange } from "./exchange.ts";
import type { Ask, LlmFailure, ModelMessage, Usage } from "./llm.ts";
import type { Dialect } from "./protocol.ts";
import { wireSchemaOf } from "./wire-schema.ts";

/** How a whole call ended; `waitMs`: how long the server wants to be left alone. */
export type Conversed<T> =
  | { kind: "ok"; value: T; usage: Usage; model: string }
  | { kind: "failed"; failure: LlmFailure; status?: number; waitMs?: number };

export type ConverseDependencies = ExchangeDependencies & {
  /** What the server is known to understand; kept between calls. */
  dialect: { current: Dialect };
  /** A server that wants no more than this much patience gets it, ms. */
  longestWaitMs: number;
  onUsage: (usage: Usage) => void;
};

const mostDialects = 3;
const longestQuoted = 4_000;

/**
 * Asks until there is an answer, within bounds: once more when the answer does not fit, once more after a short wait that the server asked
 * for, and without the parts of the request that the server does not know. Nothing else is repeated.
 */
export async function converse<S extends z.ZodObject>(
  deps: ConverseDependencies,
  ask: Ask<S>,
  deadline: Deadline,
): Promise<Conversed<z.infer<S>>> {
  const left = { repairs: 1, waits: 1, dialects: mostDialects };
  const total: Usage = { input: 0, cached: 0, output: 0 };
  let messages = ask.messages;
  let unusable: LlmFailure | undefined;
  for (;;) {
    const step = await say(deps, { ...ask, messages }, deadline);
    if ("usage" in step && step.usage !== undefined) add(total, step.usage);
    if (step.kind === "value") return { kind: "ok", value: step.value, usage: total, model: step.model };
    const ended = endedBy(deadline);
    if (ended !== undefined) return { kind: "failed", failure: ended };
    if (step.kind === "unusable") {
      unusable = { kind: "invalid", reason: step.reason };
      if (left.repairs-- === 0) return { kind: "failed", failure: unusable };
      messages = [...ask.messages, ...repairOf(step)];
    } else if (step.kind === "unknown-part" && left.dialects-- > 0) {
      deps.dialect.current = step.dialect;
    } else if (step.kind === "wait") {
      const patient = step.reason === "rate-limited" && step.waitMs <= deps.longestWaitMs && left.waits-- > 0;
      if (!patient || !(await deadline.wait(step.waitMs))) {
        const failure = endedBy(deadline) ?? ({ kind: "unavailable", reason: step.reason } as const);
        return { kind: "failed", failure, waitMs: step.waitMs };
      }
    } else {
      return step.kind === "failed" ? withoutSecondTry(step, unusable) : rejected;
    }
  }
}

async function say<S extends z.ZodObject>(
  deps: ConverseDependencies,
  { system, messages, maxTokens, schema, chat }: Ask<S>,
  { signal }: Deadline,
): Promise<Exchanged<z.infer<S>>> {
  const call = { model: deps.model, system, messages, maxTokens, schema: wireSchemaOf(schema) };
  const step = await exchange(deps, { call, schema, chat, dialect: deps.dialect.current, signal });
  if ("usage" in step && step.usage !== undefined) deps.onUsage(step.usage);
  return step;
}

const rejected = { kind: "failed", failure: { kind: "invalid", reason: "request-rejected" } } as const;

/** No budget for asking again: then the first answer was the problem. */
function withoutSecondTry(
  { failure, status }: Extract<Exchanged<unknown>, { kind: "failed" }>,
  unusable: LlmFailure | undefined,
): Extract<Conversed<never>, { kind: "failed" }> {
  const told = failure.kind === "over-budget" && unusable !== undefined ? unusable : failure;
  return { kind: "failed", failure: told, ...(status === undefined ? {} : { status }) };
}

function repairOf({ said, problem }: { said: string; problem: string }): ModelMessage[] {
  const again = `${problem}\nAnswer again, with one object that fits.`;
  if (said.trim() === "") return [{ role: "user", content: again }];
  return [
    { role: "assistant", content: said.slice(0, longestQuoted) },
    { role: "user", content: again },
  ];
}

export function endedBy(deadline: Deadline): LlmFailure | undefined {
  switch (deadline.ended()) {
    case "timeout":
      return { kind: "timeout", reason: "deadline" };
    case "aborted":
      return { kind: "unavailable", reason: "aborted" };
    case undefined:
      return undefined;
  }
}

function add(total: Usage, { input, cached, output }: Usage): void {
  total.input += input;
  total.cached += cached;
  total.output += output;
}
