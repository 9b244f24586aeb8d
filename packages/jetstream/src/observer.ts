import { partitionToken } from "@parley/contract/partition";
import type { Metrics } from "@parley/telemetry/metrics";

/** What the runtime tells the metrics, with the labels of one service bound once. */
export type RuntimeObserver = {
  handled: (queuedMs: number, handledMs: number, outcome: "done" | "failed" | "parked") => void;
  duplicate: () => void;
  deadLetter: (code: string) => void;
  parked: (change: 1 | -1) => void;
  committed: (records: number, seconds: number) => void;
  owned: (partitions: number) => void;
  lag: (partition: number, inputs: number) => void;
};

export function observeRuntime(metrics: Metrics, service: string): RuntimeObserver {
  const stage = metrics.stageSeconds.labels(service);
  const queue = metrics.queueSeconds.labels(service);
  const outcomes = {
    done: metrics.turns.labels(service, "done"),
    failed: metrics.turns.labels(service, "failed"),
    parked: metrics.turns.labels(service, "parked"),
  };
  const duplicates = metrics.duplicates.labels("position");
  const owned = metrics.partitionsOwned.labels(service);
  return {
    handled: (queuedMs, handledMs, outcome) => {
      queue.observe(Math.max(0, queuedMs) / 1000);
      stage.observe(handledMs / 1000);
      outcomes[outcome].inc();
    },
    duplicate: () => duplicates.inc(),
    deadLetter: (code) => metrics.deadLetters.labels(service, code).inc(),
    parked: (change) => metrics.parkedChats.inc(change),
    committed: (records, seconds) => {
      if (records > 0) metrics.commitRecords.observe(records);
      metrics.commitSeconds.observe(seconds);
    },
    owned: (partitions) => owned.set(partitions),
    lag: (partition, inputs) => metrics.partitionLag.labels(service, partitionToken(partition)).set(inputs),
  };
}
