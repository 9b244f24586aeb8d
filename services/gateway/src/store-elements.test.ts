import { TransientError } from "@parley/contract/errors";
import { effectId, turnId } from "@parley/contract/ids";
import type { Message } from "@parley/contract/message";
import { readWebhook } from "@parley/whatsapp/webhook";
import { expect, test } from "vitest";
import type { ElementKind } from "./metrics.ts";
import { type StoreElementsOptions, storeElements } from "./store-elements.ts";

const text = (id: string, from: string, body = "hola") => ({
  id,
  from,
  timestamp: "1700000000",
  type: "text",
  text: { body },
});
const status = (id: string, more: object) => ({
  id,
  status: "read",
  timestamp: "1700000000",
  recipient_id: "52155",
  ...more,
});
const change = (account: string, value: object, field = "messages") => ({
  field,
  value: { metadata: { phone_number_id: account }, ...value },
});
const webhook = (...changes: object[]) => ({ object: "whatsapp_business_account", entry: [{ id: "1", changes }] });

function gateway(options: Partial<StoreElementsOptions> = {}) {
  const sent: Array<{ service: string; key: string; message: Message }> = [];
  const audited: Array<{ subject: string; entry: unknown }> = [];
  const counts: ElementKind[] = [];
  const store = storeElements({
    inboxes: {
      send: async (service, key, message) => {
        sent.push({ service, key, message });
      },
    },
    publisher: {
      publish: async (subject, payload) => {
        audited.push({ subject, entry: JSON.parse(String(payload)) });
        return { stream: "", seq: 1 };
      },
    },
    names: { audit: (kind) => `audit.${kind}` },
    identities: { resolve: ({ phone, bsuid }) => phone ?? bsuid },
    numbers: undefined,
    counted: (kind) => counts.push(kind),
    ...options,
  });
  const receive = (payload: object) =>
    store({ elements: readWebhook(payload), bodyBytes: JSON.stringify(payload).length, receivedAtMs: 5 });
  return { receive, sent, audited, counts };
}

test("messages go to session and statuses to delivery, in the order of the webhook", async () => {
  const { receive, sent, counts } = gateway();
  await receive(
    webhook(change("9", { messages: [text("a", "52155"), text("b", "52155")], statuses: [status("s", {})] })),
  );
  expect(sent.map(({ service, key }) => [service, key])).toEqual([
    ["session", "9~52155"],
    ["session", "9~52155"],
    ["delivery", "9~52155"],
  ]);
  expect(sent[0]?.message).toEqual({
    type: "message.received",
    v: 1,
    chat: "9~52155",
    account: "9",
    contact: "52155",
    messageId: "a",
    kind: "text",
    text: "hola",
    sentAtMs: 1_700_000_000_000,
    receivedAtMs: 5,
  });
  expect(sent[2]?.message).not.toHaveProperty("identity");
  expect(counts).toEqual(["message", "message", "status"]);
});

test("a status of one of our effects goes to the effect's chat, whoever received it", async () => {
  const { receive, sent } = gateway();
  const effect = effectId(turnId("9~US=2Eabc", 3), 1);
  await receive(webhook(change("9", { statuses: [status("s", { biz_opaque_callback_data: effect })] })));
  expect(sent).toMatchObject([{ service: "delivery", key: "9~US=2Eabc", message: { effect } }]);
});

test("elements of other numbers and of unknown fields are kept, and teach nothing", async () => {
  const resolved: unknown[] = [];
  const { receive, sent, audited, counts } = gateway({
    numbers: new Set(["9"]),
    identities: { resolve: (identity) => String(resolved.push(identity)) },
  });
  await receive(webhook(change("8", { messages: [text("a", "1")] }), change("9", { level: "red" }, "account_update")));
  expect([sent, resolved]).toEqual([[], []]);
  expect(counts).toEqual(["other-number", "other-field"]);
  expect(audited).toMatchObject([
    { subject: "audit.other-number", entry: { at: 5, raw: { messageId: "a" } } },
    { subject: "audit.other-field", entry: { field: "account_update", raw: { level: "red" } } },
  ]);
});

test("a message too large to carry keeps its turn and loses its content", async () => {
  const { receive, sent, counts } = gateway();
  const large = {
    id: "a",
    from: "52155",
    timestamp: "1700000000",
    type: "order",
    order: { catalog_id: "x".repeat(600_000) },
  };
  await receive(webhook(change("9", { messages: [large, text("b", "52155")] })));
  expect(sent).toMatchObject([
    { message: { messageId: "a", kind: "unsupported", content: { kind: "order", reason: "message.too-large" } } },
    { message: { messageId: "b", kind: "text" } },
  ]);
  expect(counts).toEqual(["oversized", "message"]);
});

test("what is too large for the audit stream is kept with its size and its beginning", async () => {
  const { receive, audited } = gateway();
  await receive(webhook(change("9", { blob: "y".repeat(2_000_000) }, "flows")));
  expect(audited).toMatchObject([{ entry: { truncated: true, sizeBytes: expect.any(Number) } }]);
  expect(JSON.stringify(audited).length).toBeLessThan(200_000);
});

test("one element that is not stored fails the webhook", async () => {
  const down = new TransientError("nats.unavailable", "down");
  const { receive } = gateway({
    inboxes: { send: (_, key) => (key === "9~2" ? Promise.reject(down) : Promise.resolve()) },
  });
  const messages = [text("a", "1"), text("b", "2"), text("c", "3")];
  await expect(receive(webhook(change("9", { messages })))).rejects.toBe(down);
});

test("new people do not disturb the order: nothing is sent before everybody is known", async () => {
  const { receive, sent } = gateway({
    identities: { resolve: ({ phone }) => (phone === "1" ? Promise.resolve("1") : phone) },
  });
  await receive(webhook(change("9", { messages: [text("a", "1"), text("b", "2"), text("c", "1")] })));
  expect(sent.map(({ message }) => "messageId" in message && message.messageId)).toEqual(["a", "b", "c"]);
});
