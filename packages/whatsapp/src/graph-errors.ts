import type { ErrorCode } from "@parley/contract/errors";
import { isObject, type JsonObject, numberOf, objectOf, parsed, textOf } from "./json.ts";

/** What an error code of Meta's asks for. `pair` slows one contact, `number` a whole lane, `blocked` stops it until someone acts. */
export type FailureClass = "pair" | "number" | "transient" | "blocked" | "rejected";

export type GraphFailure = { class: FailureClass; code: ErrorCode };

/** An answer of the Graph API other than 2xx. `body` is the text as it came, header names are lower case. */
export type GraphAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

/** A send that was definitely not accepted. */
export type RefusedSend =
  | { kind: "rejected"; retry: false; code: ErrorCode; graphCode: number; message: string }
  | { kind: "throttled"; scope: "pair" | "number"; graphCode: number; retryAfterMs: number }
  /** Messages wait: nothing is wrong with them. */
  | { kind: "blocked"; code: "whatsapp.unauthorized"; graphCode: number; message: string }
  | { kind: "unavailable"; message: string };

const minute = 60_000;
// Codes of Meta's error page, grouped by what a sender must do. 130497 (a country the business may not reach) concerns one recipient.
const byCode: ReadonlyMap<number, GraphFailure> = new Map([
  ...each([4, 80007, 130429, 133016, 131048, 131064], { class: "number", code: "dependency.rate-limited" }),
  ...each([131056], { class: "pair", code: "dependency.rate-limited" }),
  ...each([1, 2, 131000, 131016, 131057, 133004], { class: "transient", code: "dependency.unavailable" }),
  ...each([0, 190, 3, 10, 368, 131005, 131031, 131042, 133010], { class: "blocked", code: "whatsapp.unauthorized" }),
  ...each([131047, 470], { class: "rejected", code: "whatsapp.window-closed" }),
  ...each([131021, 131026, 131030, 131049, 131050, 131062, 130472, 130497], {
    class: "rejected",
    code: "whatsapp.recipient",
  }),
]);

// 100 and 131009 also say that a media id is unknown: Meta has no code of its own for that.
const fileCodes: ReadonlySet<number> = new Set([100, 131009, 131052, 131053]);

/** Whether a send may have been refused for its picture or file: the id has expired, or Meta could not read it. */
export function refusesFile(graphCode: number): boolean {
  return fileCodes.has(graphCode);
}

/** Milliseconds to leave a lane alone when Meta names none: spam limits are not tried again soon, app limits are per hour. */
const pauseMs: ReadonlyMap<number, number> = new Map([
  [131048, 15 * minute],
  [131064, 15 * minute],
  [4, minute],
  [80007, minute],
  [133016, minute],
]);

/** The class of one code, from an answer or from `statuses[].errors`. Undefined for a code nobody has classified. */
export function failureOf(graphCode: number): GraphFailure | undefined {
  if (graphCode >= 200 && graphCode <= 299) return { class: "blocked", code: "whatsapp.unauthorized" };
  return byCode.get(graphCode);
}

/** 131056: Meta asks for 4^x s, x from 0. `attempt` counts from 1; at most 4^5 s, about 17 minutes. */
export function pairBackoffMs(attempt: number): number {
  return 4 ** Math.min(Math.max(attempt - 1, 0), 5) * 1000;
}

/** Decides what an answer other than 2xx means, or a 2xx whose body is an error. Undefined when acceptance stays unknown. */
export function refusedSend(answer: GraphAnswer, nowMs: number): RefusedSend | undefined {
  const error = graphErrorOf(answer.body);
  if (error === undefined) return withoutGraphError(answer, nowMs);
  const graphCode = numberOf(error.code) ?? -1;
  const message = describe(error, graphCode);
  const failure = failureOf(graphCode) ?? byStatus(answer.status, error.is_transient === true);
  switch (failure.class) {
    case "pair":
      return throttled("pair", graphCode, retryAfterMs(answer, nowMs) ?? pairBackoffMs(1));
    case "number":
      return throttled("number", graphCode, retryAfterMs(answer, nowMs) ?? pauseMs.get(graphCode) ?? 1000);
    case "transient":
      return { kind: "unavailable", message };
    case "blocked":
      return { kind: "blocked", code: "whatsapp.unauthorized", graphCode, message };
    case "rejected":
      return { kind: "rejected", retry: false, code: failure.code, graphCode, message };
  }
}

/** How long Meta asks to wait, by `Retry-After` (seconds or a date) or by `x-business-use-case-usage` (minutes). */
export function retryAfterMs({ headers }: Pick<GraphAnswer, "headers">, nowMs: number): number | undefined {
  const header = headers["retry-after"];
  const after = typeof header === "string" ? header : undefined;
  const seconds = numberOf(after);
  if (seconds !== undefined && seconds >= 0) return seconds * 1000;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(date)) return Math.max(0, date - nowMs);
  return usageWaitMs(headers["x-business-use-case-usage"]);
}

function usageWaitMs(header: string | string[] | undefined): number | undefined {
  const usage = typeof header === "string" ? objectOf(parsed(header)) : undefined;
  const minutes = Object.values(usage ?? {})
    .flatMap((cases) => (Array.isArray(cases) ? cases : []))
    .map((useCase) => (isObject(useCase) ? (numberOf(useCase.estimated_time_to_regain_access) ?? 0) : 0));
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * minute : undefined;
}

/** A proxy spoke, or Meta's edge: a refusal below 500 was not accepted, above it nobody knows. */
function withoutGraphError(answer: GraphAnswer, nowMs: number): RefusedSend | undefined {
  const { status } = answer;
  const message = `HTTP ${status} without a Graph error`;
  if (status < 300 || status >= 500) return undefined;
  if (status === 401) return { kind: "blocked", code: "whatsapp.unauthorized", graphCode: status, message };
  if (status === 429) return throttled("number", status, retryAfterMs(answer, nowMs) ?? 1000);
  return { kind: "unavailable", message };
}

function byStatus(status: number, transient: boolean): GraphFailure {
  if (status === 401) return { class: "blocked", code: "whatsapp.unauthorized" };
  if (status === 429) return { class: "number", code: "dependency.rate-limited" };
  if (transient || status >= 500) return { class: "transient", code: "dependency.unavailable" };
  return { class: "rejected", code: "whatsapp.rejected" };
}

export function graphErrorOf(body: string): JsonObject | undefined {
  return objectOf(objectOf(parsed(body))?.error);
}

function describe(error: JsonObject, graphCode: number): string {
  const details = textOf(objectOf(error.error_data)?.details);
  return `${graphCode}: ${details ?? textOf(error.message) ?? "no message"}`;
}

function throttled(scope: "pair" | "number", graphCode: number, retryAfterMs: number): RefusedSend {
  return { kind: "throttled", scope, graphCode, retryAfterMs };
}

function each(codes: number[], failure: GraphFailure): [number, GraphFailure][] {
  return codes.map((code) => [code, failure]);
}
