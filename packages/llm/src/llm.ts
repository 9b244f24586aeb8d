import type * as z from "zod";

/** Words of the conversation with the model. What customers wrote belongs here, as data, and never into `system`. */
export type ModelMessage = { role: "user" | "assistant"; content: string };

export type Ask<S extends z.ZodObject> = {
  /** What it is for: a constant name, since it is a label of the metrics. */
  purpose: string;
  /** Whose share of the budget it is taken from. */
  chat?: string | undefined;
  /** What to do: only the program's and the business's own words. */
  system: string;
  messages: readonly ModelMessage[];
  /** What the answer must be. Fields that may be missing should be nullable, not optional: then servers can enforce it. */
  schema: S;
  /** Most tokens of the answer. */
  maxTokens: number;
  signal?: AbortSignal | undefined;
};

/** Tokens of a call as the provider counts them; `cached` is the part of `input` it had kept. */
export type Usage = { input: number; cached: number; output: number };

/** Why there is no answer. Closed lists: they stand in logs and tests. */
export type LlmFailure =
  | { kind: "refused"; reason: "refusal" | "content-filter" }
  | {
      kind: "invalid";
      reason:
        | "empty"
        | "not-json"
        | "wrong-shape"
        | "truncated"
        | "request-too-large"
        | "context-length"
        | "request-rejected";
    }
  | { kind: "timeout"; reason: "deadline" }
  | {
      kind: "unavailable";
      reason:
        | "network"
        | "server-error"
        | "malformed-answer"
        | "answer-too-large"
        | "rate-limited"
        | "quota"
        | "unauthorized"
        | "not-found"
        | "breaker-open"
        | "queue-full"
        | "aborted";
    }
  | { kind: "over-budget"; reason: "day-tokens" | "chat-hour-tokens" | "chat-day-calls" }
  | { kind: "off"; reason: "not-configured" };

export type LlmAnswer<T> = { kind: "ok"; value: T; usage: Usage; model: string } | LlmFailure;

/** A language model, asked for one object at a time. Never throws: every ending is a value, and the caller has another way. */
export type Llm = {
  /** Whether one is configured at all. */
  readonly on: boolean;
  complete: <S extends z.ZodObject>(ask: Ask<S>) => Promise<LlmAnswer<z.infer<S>>>;
};

/** Where no model is configured. */
export const llmOff: Llm = {
  on: false,
  complete: async () => ({ kind: "off", reason: "not-configured" }),
};
