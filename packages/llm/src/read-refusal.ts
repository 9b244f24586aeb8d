import { z } from "zod";
import type { HttpAnswer } from "./http-post.ts";
import type { LlmFailure } from "./llm.ts";
import type { Dialect } from "./protocol.ts";
import { parse } from "./read-json.ts";

/** What a status other than 200 means. */
export type Refusal =
  | { kind: "failed"; failure: LlmFailure }
  /** Too fast, or no money left: nobody should ask again before `waitMs`. */
  | { kind: "wait"; reason: "rate-limited" | "quota"; waitMs: number }
  /** The server does not know a part of the request: ask again without it. */
  | { kind: "unknown-part"; dialect: Dialect };

const ServerError = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string().nullish(),
      type: z.string().nullish(),
      code: z.union([z.string(), z.number()]).nullish(),
      param: z.string().nullish(),
    }),
  ]),
});

const usualWaitMs = 1_000;
const quotaWaitMs = 60_000;

export function readRefusal({ status, headers, body }: HttpAnswer, dialect: Dialect, nowMs: number): Refusal {
  const about = wordsOf(body);
  if (status === 429 || status === 529) {
    if (/insufficient_quota|exceeded your current quota|billing_hard_limit/.test(about))
      return { kind: "wait", reason: "quota", waitMs: quotaWaitMs };
    return { kind: "wait", reason: "rate-limited", waitMs: retryAfterMs(headers, nowMs) ?? usualWaitMs };
  }
  if (status === 401 || status === 403) return failed({ kind: "unavailable", reason: "unauthorized" });
  if (status === 402) return { kind: "wait", reason: "quota", waitMs: quotaWaitMs };
  if (status === 404) return failed({ kind: "unavailable", reason: "not-found" });
  if (status === 413) return failed({ kind: "invalid", reason: "request-too-large" });
  if (status !== 400 && status !== 422) return failed({ kind: "unavailable", reason: "server-error" });
  const other = spokenOtherwise(about, dialect);
  if (other !== undefined) return { kind: "unknown-part", dialect: other };
  if (/context_length|context length|context window|prompt is too long|maximum context/.test(about))
    return failed({ kind: "invalid", reason: "context-length" });
  if (/content_filter|content_policy|content management policy/.test(about))
    return failed({ kind: "refused", reason: "content-filter" });
  if (/credit balance/.test(about)) return { kind: "wait", reason: "quota", waitMs: quotaWaitMs };
  return failed({ kind: "invalid", reason: "request-rejected" });
}

function failed(failure: LlmFailure): Refusal {
  return { kind: "failed", failure };
}

/** The dialect without the part the error is about. */
function spokenOtherwise(about: string, dialect: Dialect): Dialect | undefined {
  if (dialect.temperature && /temperature/.test(about)) return { ...dialect, temperature: false };
  if (dialect.tokens === "max_tokens" && /max_completion_tokens/.test(about))
    return { ...dialect, tokens: "max_completion_tokens" };
  if (dialect.tokens === "max_completion_tokens" && /max_completion_tokens/.test(about))
    return { ...dialect, tokens: "max_tokens" };
  if (dialect.schema && /response_format|json_schema|tool_choice|tools?\b.{0,40}support/.test(about))
    return { ...dialect, schema: false };
  return undefined;
}

/** What the error says of itself, in lower case. It may repeat the request: never log it. */
function wordsOf(body: string): string {
  const { data } = ServerError.safeParse(parse(body));
  if (data === undefined) return body.slice(0, 2_000).toLowerCase();
  if (typeof data.error === "string") return data.error.slice(0, 2_000).toLowerCase();
  const { type, code, param, message } = data.error;
  return [type, code, param, message?.slice(0, 2_000)].join(" ").toLowerCase();
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date. */
function retryAfterMs(headers: HttpAnswer["headers"], nowMs: number): number | undefined {
  const ms = Number(headers["retry-after-ms"] ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const after = headers["retry-after"];
  if (typeof after !== "string") return undefined;
  const seconds = Number(after);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(after) - nowMs;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
