import type { Metrics } from "@parley/telemetry/metrics";
import type { KeptReason } from "@parley/whatsapp/webhook";
import { Counter, Gauge, Histogram } from "prom-client";

export type GatewayMetrics = ReturnType<typeof createGatewayMetrics>;

/** What a webhook's element became; `oversized`: a message whose turn was kept without its content. */
export type ElementKind =
  | "message"
  | "status"
  | "oversized"
  | KeptReason
  | "other-number"
  | "oversized-status"
  | "no-contact";

// Meta wants a median of 250 ms and less than 1 % over a second.
const webhookBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** The gateway's own metrics, beside those every service has. */
export function createGatewayMetrics({ registry }: Pick<Metrics, "registry">) {
  const registers = [registry];
  return {
    webhookSeconds: new Histogram({
      name: "parley_webhook_seconds",
      help: "From a webhook's head to its answer, by status",
      labelNames: ["status"],
      buckets: webhookBuckets,
      registers,
    }),
    webhookElements: new Counter<"kind">({
      name: "parley_webhook_elements_total",
      help: "Elements of webhooks by what became of them",
      labelNames: ["kind"],
      registers,
    }),
    httpRequests: new Counter<"route" | "status">({
      name: "parley_http_requests_total",
      help: "Answers by route and status; `none` is a path without a route",
      labelNames: ["route", "status"],
      registers,
    }),
    aliases: new Gauge({ name: "parley_aliases", help: "Contact aliases held in memory", registers }),
    eventClients: new Gauge({ name: "parley_event_clients", help: "Open streams of /api/events", registers }),
    eventClientsDropped: new Counter({
      name: "parley_event_clients_dropped_total",
      help: "Streams of /api/events closed because their client read too slowly",
      registers,
    }),
  };
}
