import { expect, test } from "vitest";
import { createMetrics } from "./metrics.ts";

test("every metric has Parley's prefix or is one of Node's own", async () => {
  const names = (await createMetrics("session").registry.getMetricsAsJSON()).map(({ name }) => name);
  expect(names.filter((name) => !/^(parley|process|nodejs)_/.test(name))).toEqual([]);
});

test("two services of one process keep their figures apart", async () => {
  const session = createMetrics("session");
  const intel = createMetrics("intel");
  session.turns.inc({ stage: "session", outcome: "ok" });
  expect(await session.registry.metrics()).toContain('parley_turns_total{stage="session",outcome="ok"} 1');
  expect(await intel.registry.metrics()).not.toContain('stage="session"');
});
