import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

// From the measured 1 ms commit to a slow model call of two minutes.
const stageBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];
const commitBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const commitSizeBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 400];

/**
 * Every metric of Parley, and Node's own, in a registry of their own. Labels are bounded: never an id, a phone number or
 * a text. There is no `service` label on all of them: Prometheus gives its targets one.
 */
export function createMetrics(service: string) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter<L>({ name, help, labelNames: [...labelNames], registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ name, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, buckets: number[], labelNames: readonly L[] = []) =>
    new Histogram<L>({ name, help, buckets, labelNames: [...labelNames], registers });
  gauge("parley_service_info", "1 for each service of this process", ["service"]).set({ service }, 1);
  return {
    registry,
    turns: counter("parley_turns_total", "Turns a stage has finished, by outcome", ["stage", "outcome"]),
    stageSeconds: histogram("parley_stage_seconds", "Time a stage's handler took for a turn", stageBuckets, ["stage"]),
    queueSeconds: histogram("parley_queue_seconds", "Time a turn waited for a stage's handler", stageBuckets, [
      "stage",
    ]),
    turnSeconds: histogram("parley_turn_seconds", "From a message's arrival to its turn's end", stageBuckets),
    partitionLag: gauge("parley_partition_lag", "Inputs stored but not yet committed by their reader", [
      "service",
      "partition",
    ]),
    commitRecords: histogram("parley_commit_records", "Records in one commit", commitSizeBuckets),
    commitSeconds: histogram("parley_commit_seconds", "From sending a commit to its acknowledgement", commitBuckets),
    partitionsOwned: gauge("parley_partitions_owned", "Partitions this replica owns", ["service"]),
    deadLetters: counter("parley_dead_letters_total", "Messages that cannot succeed", ["stage", "code"]),
    parkedChats: gauge("parley_parked_chats", "Chats set aside until their dependency is back"),
    duplicates: counter("parley_duplicates_total", "Inputs recognised as already handled", ["kind"]),
    breakerState: gauge("parley_breaker_state", "0 closed, 1 half-open, 2 open", ["dependency"]),
    degradationLevel: gauge("parley_degradation_level", "0 full, 1 no LLM, 2 no media, 3 acknowledge only"),
    whatsappRequests: counter("parley_whatsapp_requests_total", "Requests to WhatsApp, by outcome", ["outcome"]),
    whatsappUploads: counter("parley_whatsapp_uploads_total", "Files to be sent, by what became of their upload", [
      "outcome",
    ]),
    sheetsRequests: counter("parley_sheets_requests_total", "Requests to Google Sheets, by outcome", ["outcome"]),
    sheetsCache: counter("parley_sheets_cache_total", "Reads of sheets, by what the cache said", ["result"]),
    llmRequests: counter("parley_llm_requests_total", "Questions to the language model, by use and outcome", [
      "purpose",
      "outcome",
    ]),
    llmTokens: counter("parley_llm_tokens_total", "Tokens used, by model and kind", ["model", "kind"]),
    llmCostUsd: counter("parley_llm_cost_usd_total", "Cost of language models in US dollars", ["model"]),
  };
}
