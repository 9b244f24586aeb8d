import { expect, test } from "vitest";
import { ReadinessTracker, toleratedTroubleMs } from "./readiness.ts";

function aTracker() {
  let nowMs = 1_000;
  const tracker = new ReadinessTracker(() => nowMs);
  return { tracker, pass: (ms: number) => (nowMs += ms) };
}

test("a service is not ready before its parts have started", () => {
  const { tracker } = aTracker();
  expect(tracker.current()).toEqual({ ready: false, reason: "starting" });
  tracker.started();
  expect(tracker.current()).toEqual({ ready: true });
});

test("a short absence of NATS leaves the service ready, a lasting one does not", () => {
  const { tracker, pass } = aTracker();
  tracker.started();
  tracker.natsLost();
  pass(toleratedTroubleMs - 1);
  expect(tracker.current()).toEqual({ ready: true });
  pass(1);
  expect(tracker.current()).toEqual({ ready: false, reason: "nats-unavailable" });
  tracker.natsBack();
  expect(tracker.current()).toEqual({ ready: true });
});

test("repeated reports of the same trouble do not prolong what is tolerated", () => {
  const { tracker, pass } = aTracker();
  tracker.started();
  tracker.natsLost();
  pass(toleratedTroubleMs / 2);
  tracker.natsLost();
  pass(toleratedTroubleMs / 2);
  expect(tracker.current().ready).toBe(false);
});

test("a draining service is not ready and does not become so again", () => {
  const { tracker } = aTracker();
  tracker.started();
  tracker.draining();
  tracker.started();
  tracker.natsBack();
  expect(tracker.current()).toEqual({ ready: false, reason: "draining" });
});
