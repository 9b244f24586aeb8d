import type * as z from "zod";
import type { Budget } from "./budget.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import type { HttpAnswer, HttpPost } from "./http-post.ts";
import type { LlmFailure, Usage } from "./llm.ts";
import type { Dialect, ModelCall, ModelReply, Protocol } from "./protocol.ts";
import { parse, readJson } from "./read-json.ts";
import { type Refusal, readRefusal } from "./read-refusal.ts";

/** How one request to the model ended. */
export type Exchanged<T> =
  | { kind: "value"; value: T; usage: Usage; model: string }
  /** It said something else than was asked for; `problem` may be told to the model, not to logs. */
  | { kind: "unusable"; reason: "empty" | "not-json" | "wrong-shape"; said: string; problem: string; usage: Usage }
  | { kind: "failed"; failure: LlmFailure; status?: number; usage?: Usage }
  | Exclude<Refusal, { kind: "failed" }>;

export type ExchangeDependencies = {
  protocol: Protocol;
  http: HttpPost;
  budget: Budget;
  now: () => number;
  model: string;
};

export type ExchangeCall<S extends z.ZodObject> = {
  call: ModelCall;
  schema: S;
  chat?: string | undefined;
  dialect: Dialect;
  signal: AbortSignal;
};

const longestRequestBytes = 65_536;

/** One request, paid from the budget and read to its end. Never throws. A lost one counts as paid in full: nobody knows what it took. */
export async function exchange<S extends z.ZodObject>(
  deps: ExchangeDependencies,
  { call, schema, chat, dialect, signal }: ExchangeCall<S>,
): Promise<Exchanged<z.infer<S>>> {
  const { protocol, http, budget, now } = deps;
  const body = JSON.stringify(protocol.body(call, dialect));
  if (Buffer.byteLength(body) > longestRequestBytes)
    return { kind: "failed", failure: { kind: "invalid", reason: "request-too-large" } };
  const expected = estimateTokens(body) + call.maxTokens;
  const reserved = budget.reserve({ chat, tokens: expected });
  if ("kind" in reserved) return { kind: "failed", failure: reserved };
  const posted = await http.post({ path: protocol.path, headers: protocol.headers, body, signal });
  if (posted.kind === "lost") return { kind: "failed", failure: { kind: "unavailable", reason: posted.reason } };
  if (posted.kind === "not-sent" || posted.status !== 200) {
    reserved.settle(0);
    if (posted.kind === "not-sent") return { kind: "failed", failure: { kind: "unavailable", reason: "network" } };
    const refusal = readRefusal(posted, dialect, now());
    return refusal.kind === "failed" ? { ...refusal, status: posted.status } : refusal;
  }
  const reply = readReply(posted, protocol);
  if (reply.kind === "malformed")
    return { kind: "failed", failure: { kind: "unavailable", reason: "malformed-answer" }, status: 200 };
  const usage = reply.usage ?? { input: estimateTokens(body), cached: 0, output: estimateTokens(textOf(reply)) };
  reserved.settle(usage.input + usage.output);
  return judge(reply, { schema, usage, model: deps.model });
}

function readReply({ body }: HttpAnswer, protocol: Protocol): ModelReply {
  const parsed = parse(body);
  return parsed === undefined ? { kind: "malformed" } : protocol.read(parsed);
}

function textOf(reply: ModelReply): string {
  return reply.kind === "said" ? reply.text : "";
}

const longestModelName = 200;

function judge<S extends z.ZodObject>(
  reply: Exclude<ModelReply, { kind: "malformed" }>,
  { schema, usage, model }: { schema: S; usage: Usage; model: string },
): Exchanged<z.infer<S>> {
  if (reply.kind === "refused") return { kind: "failed", failure: { kind: "refused", reason: reply.reason }, usage };
  // Not repaired: what is missing may be what matters. Asked again it would be cut again.
  if (reply.truncated) return { kind: "failed", failure: { kind: "invalid", reason: "truncated" }, usage };
  if (reply.text.trim() === "") {
    return { kind: "unusable", reason: "empty", said: "", problem: "The answer was empty.", usage };
  }
  const value = reply.value === undefined ? readJson(reply.text) : reply.value;
  const said = reply.text;
  if (value === undefined)
    return { kind: "unusable", reason: "not-json", said, problem: "The answer was not a JSON object.", usage };
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return { kind: "unusable", reason: "wrong-shape", said, problem: problemOf(parsed.error), usage };
  return { kind: "value", value: parsed.data, usage, model: (reply.model ?? model).slice(0, longestModelName) };
}

function problemOf({ issues }: z.ZodError): string {
  const lines = issues
    .slice(0, 5)
    .map(({ path, message }) => `- ${path.join(".") || "answer"}: ${message.slice(0, 200)}`);
  return ["The answer did not fit the schema:", ...lines].join("\n");
}
