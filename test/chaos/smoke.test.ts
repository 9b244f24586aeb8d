import { expect, test } from "vitest";
import { faultKinds } from "./faults.ts";
import { findVacuous, runChaos } from "./run.ts";

test("crashes, a server's death, a frozen owner and changing replicas lose, repeat and reorder nothing", async () => {
  const options = { chats: 60, perSecond: 150, workers: 2, kinds: faultKinds, faults: 1, seconds: 5, say: () => {} };
  const result = await runChaos(options);
  expect(result.violations).toEqual([]);
  expect(findVacuous(options, result)).toEqual([]);
});
