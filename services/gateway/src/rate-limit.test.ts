import { expect, test } from "vitest";
import { createRateLimit } from "./rate-limit.ts";

const refused = expect.objectContaining({ status: 429 });

test("a client may burst, then gets its rate, and does not take from others", () => {
  let now = 0;
  const limit = createRateLimit({ perSecond: 1, burst: 2, now: () => now });
  limit("10.0.0.1");
  limit("10.0.0.1");
  expect(() => limit("10.0.0.1")).toThrow(refused);
  limit("10.0.0.2");
  now = 1_000;
  limit("10.0.0.1");
  expect(() => limit("10.0.0.1")).toThrow(refused);
});

test("addresses of one IPv6 network count together", () => {
  const limit = createRateLimit({ perSecond: 1, burst: 1, now: () => 0 });
  limit("2001:db8:1:2::1");
  expect(() => limit("2001:db8:1:2:ffff::9")).toThrow(refused);
  limit("2001:db8:1:3::1");
});
