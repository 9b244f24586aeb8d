import { actorServices, createNames } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { loadConfig } from "@parley/host/config";
import { connectNats } from "@parley/jetstream/connection";
import { getRange } from "@parley/jetstream/direct-get";
import { decodeBatch } from "@parley/jetstream/envelope";
import { createInboxPublisher } from "@parley/jetstream/inbox-publisher";
import { createPublisher } from "@parley/jetstream/publisher";
import { subjectsOf } from "@parley/jetstream/stream-info";
import { ensureTopology } from "@parley/jetstream/topology";
import { createMetrics } from "@parley/telemetry/metrics";
import { startNats } from "@parley/testkit/nats";
import { signBody } from "@parley/whatsapp/signature";
import { onTestFinished } from "vitest";
import { GatewayConfig } from "./config.ts";
import { startGateway } from "./service.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };
export const partitions = 4;
export const chat = "9~52155";
export const names = createNames("parley");
export const partition = partitionOf(chat, partitions);

/** A gateway on a NATS server of its own, both ended with the test. */
export async function startTestGateway(environment: Record<string, string> = {}) {
  const nats = await startNats();
  const nc = await connectNats({ servers: nats.url, name: "test" }, log);
  onTestFinished(() => nc.close());
  await ensureTopology(nc, { names, services: [...actorServices], partitions });
  const publisher = createPublisher(nc);
  const inboxes = createInboxPublisher(publisher, names, "test-gateway");
  const open = () =>
    startGateway({
      config: loadConfig(GatewayConfig, { PORT: "0", ...environment }),
      nc,
      names,
      partitions,
      publisher,
      inboxes,
      log,
      metrics: createMetrics("gateway"),
      ready: () => ({ ready: true }),
    });
  const gateway = await open();
  onTestFinished(() => gateway.stop());
  const get = async (path: string) => {
    const response = await fetch(gateway.url + path);
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const inbox = async (service: string) => {
    const found: unknown[] = [];
    for (const subject of (await subjectsOf(nc, names.inboxStream(service), `${names.prefix}.inbox.>`)).keys()) {
      await getRange(nc, names.inboxStream(service), subject, { fromSeq: 1, toSeq: 1_000 }, ({ data }) =>
        found.push(...decodeBatch(data)),
      );
    }
    return found;
  };
  return { nats, gateway, open, publisher, get, inbox };
}

/** One POST body with a text message for each id. */
export function webhook(people: object, ...messageIds: string[]) {
  const messages = messageIds.map((id) => ({
    ...people,
    id,
    timestamp: "1700000000",
    type: "text",
    text: { body: id },
  }));
  const value = { metadata: { phone_number_id: "9" }, messages };
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value }] }],
  });
}

/** The status of a signed webhook. */
export async function post(url: string, body: string) {
  const signature = signBody("simulated-app-secret", Buffer.from(body));
  const response = await fetch(`${url}/webhook`, {
    method: "POST",
    body,
    headers: { "x-hub-signature-256": signature },
  });
  return response.status;
}

/** A timeline entry of `chat`. */
export const turn = (n: number, more: object = {}) => ({
  id: `${chat}:${n}`,
  chat,
  turn: n,
  messageId: `wamid.${n}`,
  type: "text",
  receivedAt: "2026-11-20T00:00:00.000Z",
  status: "done",
  text: `turn ${n}`,
  processing: { intel: { entities: [], decision: { lane: "sales", intent: "order", agent: "commerce", reason: "r" } } },
  ...more,
});
