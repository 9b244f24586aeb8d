import { expect, test } from "vitest";
import { failureOf, pairBackoffMs, refusedSend, retryAfterMs } from "./graph-errors.ts";

const now = Date.UTC(2026, 10, 20, 12);

test.each([
  [130429, 429, { kind: "throttled", scope: "number", retryAfterMs: 1000 }],
  [4, 429, { kind: "throttled", scope: "number", retryAfterMs: 60_000 }],
  [131048, 400, { kind: "throttled", scope: "number", retryAfterMs: 900_000 }],
  [131056, 400, { kind: "throttled", scope: "pair", retryAfterMs: 1000 }],
  [131000, 500, { kind: "unavailable" }],
  [2, 503, { kind: "unavailable" }],
  [190, 401, { kind: "blocked", code: "whatsapp.unauthorized" }],
  [200, 403, { kind: "blocked" }],
  [131042, 400, { kind: "blocked" }],
  [131047, 400, { kind: "rejected", code: "whatsapp.window-closed" }],
  [131026, 400, { kind: "rejected", code: "whatsapp.recipient" }],
  [130497, 403, { kind: "rejected", code: "whatsapp.recipient" }],
  [100, 400, { kind: "rejected", code: "whatsapp.rejected", retry: false }],
  [132001, 404, { kind: "rejected", code: "whatsapp.rejected" }],
  [999_999, 500, { kind: "unavailable" }],
])("Meta's code %i with HTTP %i is what the sender must do about it", (code, status, outcome) => {
  const body = JSON.stringify({ error: { message: "no", code, error_data: { details: "because" } } });
  expect(refusedSend({ status, headers: {}, body }, now)).toMatchObject(outcome);
});

test("an unknown code that calls itself transient is tried again", () => {
  const body = JSON.stringify({ error: { message: "later", code: 777, is_transient: true } });
  expect(refusedSend({ status: 400, headers: {}, body }, now)).toMatchObject({ kind: "unavailable" });
});

test("a server error without Meta's words says nothing about acceptance", () => {
  for (const body of ["", "<html>Bad Gateway</html>", "{}", '{"error":"text"}']) {
    expect(refusedSend({ status: 502, headers: {}, body }, now)).toBeUndefined();
    expect(refusedSend({ status: 200, headers: {}, body }, now)).toBeUndefined();
  }
});

test("a refusal by something between us and Meta was not accepted", () => {
  expect(refusedSend({ status: 404, headers: {}, body: "<html>" }, now)).toMatchObject({ kind: "unavailable" });
  expect(refusedSend({ status: 401, headers: {}, body: "" }, now)).toMatchObject({ kind: "blocked" });
  expect(refusedSend({ status: 429, headers: { "retry-after": "3" }, body: "" }, now)).toMatchObject({
    kind: "throttled",
    retryAfterMs: 3000,
  });
});

test("Meta's wait is honoured as seconds, as a date, and as minutes of business usage", () => {
  const usage = '{"2001":[{"type":"messages","estimated_time_to_regain_access":7}]}';
  expect(retryAfterMs({ headers: { "retry-after": "12" } }, now)).toBe(12_000);
  expect(retryAfterMs({ headers: { "retry-after": "Fri, 20 Nov 2026 12:00:30 GMT" } }, now)).toBe(30_000);
  expect(retryAfterMs({ headers: { "x-business-use-case-usage": usage } }, now)).toBe(420_000);
  expect(retryAfterMs({ headers: { "retry-after": "soon", "x-business-use-case-usage": "{" } }, now)).toBeUndefined();
});

test("a pair that was too fast waits 4^x s, x from 0, with an end", () => {
  expect([1, 2, 3, 4].map(pairBackoffMs)).toEqual([1000, 4000, 16_000, 64_000]);
  expect(pairBackoffMs(50)).toBe(pairBackoffMs(6));
});

test("codes of failed statuses are classified too", () => {
  expect(failureOf(131047)).toEqual({ class: "rejected", code: "whatsapp.window-closed" });
  expect(failureOf(131999)).toBeUndefined();
});
