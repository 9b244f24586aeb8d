import { readFileSync } from "node:fs";
import { MessageReceived } from "@parley/contract/message-received";
import { StatusChanged } from "@parley/contract/status-changed";
import { expect, test } from "vitest";
import { readWebhook } from "./webhook.ts";

const phone = "34600000001";
const bsuid = "ES.700000000000000001";

test("a text tells who wrote what, when, in answer to what", () => {
  expect(messages("text")).toEqual([
    {
      type: "message.received",
      v: 1,
      account: "100000000000001",
      messageId: "wamid.TEXT",
      kind: "text",
      text: "¿Tenéis mesa para 4 el viernes? 😊",
      context: { messageId: "wamid.ASKED" },
      profileName: "Ana Ficticia",
      sentAtMs: 1_790_000_000_000,
      identity: { phone, waId: phone, bsuid, parentBsuid: "ES.ENT.800000000000000001", username: "ana.ficticia" },
    },
  ]);
});

test("a customer without a phone is known by the BSUID", () => {
  expect(messages("text-bsuid-only")[0]?.identity).toEqual({
    bsuid: "ES.700000000000000002",
    username: "bea.inventada",
  });
});

test("forwarding, the ad that led here, and a time written as a number are read", () => {
  expect(messages("text-from-ad-forwarded")[0]).toMatchObject({
    sentAtMs: 1_790_000_001_000,
    context: { forwarded: true },
    referral: { source_type: "ad", ctwa_clid: "invented" },
  });
});

test("photos, voice notes, documents and stickers are references to fetch", () => {
  expect(messages("media").map(({ text, media }) => [text, media?.[0]])).toMatchObject([
    ["my receipt", { id: "3001", kind: "image", mimeType: "image/jpeg", url: expect.stringContaining("lookaside") }],
    [undefined, { id: "3002", kind: "audio", voice: true }],
    [undefined, { id: "3003", kind: "document", filename: "order.pdf" }],
    [undefined, { id: "3004", kind: "sticker" }],
  ]);
});

test("what was tapped is the text, and its id stays in the content", () => {
  expect(messages("tapped").map(({ text }) => text)).toEqual(["Yes, please", "Large", "table: 4", "Confirm"]);
  expect(messages("tapped")[1]?.content).toMatchObject({ list_reply: { id: "size-l" } });
});

test("every kind becomes a message under its own name, also one of tomorrow", () => {
  expect(messages("other-kinds")).toMatchObject([
    { kind: "location", content: { name: "Plaza Inventada" } },
    { kind: "order", text: "for Friday", content: { catalog_id: "4001" } },
    { kind: "reaction", content: { emoji: "👍" } },
    { kind: "poll", content: { question: "tea or coffee" } },
    { kind: "unsupported", errors: [{ code: 131051, title: "Message type unknown" }] },
  ]);
  expect(messages("other-kinds")[2]).not.toHaveProperty("text");
});

test("in a group the chat is the group and the sender is the author", () => {
  expect(messages("group")[0]).toMatchObject({ author: phone, identity: { group: "Z3JvdXAx", phone } });
});

test("a changed number or BSUID names the old and the new ids, a new security key does not", () => {
  const changed = { from: { phone, bsuid }, to: { phone: "34600000009", bsuid: "ES.700000000000000009" } };
  expect(messages("identity-changes").map(({ identityChange }) => identityChange)).toEqual([
    changed,
    { from: { bsuid: "ES.700000000000000002" }, to: { bsuid: "ES.700000000000000022" } },
    undefined,
  ]);
  expect(read("identity-changes").at(-1)).toMatchObject({
    kind: "kept",
    reason: "identity-change",
    identityChange: { from: { phone, bsuid }, to: { phone, bsuid: "ES.700000000000000009" } },
  });
});

test("statuses name the message, the recipient, our effect and Meta's reason", () => {
  const [sent, failed, group, played, call] = read("statuses");
  expect(sent).toMatchObject({
    status: { providerId: "wamid.OUT1", status: "sent", atMs: 1_790_000_100_000, identity: { phone, bsuid } },
  });
  expect(sent).toMatchObject({ status: { effect: "100000000000001~34600000001:7/1" } });
  expect(failed).toMatchObject({
    status: { errors: [{ code: 131049, title: "not delivered", details: "to keep people happy" }] },
  });
  expect(group).toMatchObject({ status: { identity: { group: "Z3JvdXAx", phone } } });
  expect(played).toMatchObject({ status: { status: "played", identity: { bsuid: "ES.700000000000000002" } } });
  expect(call).toMatchObject({ kind: "kept", reason: "other-status", field: "calls" });
});

test("an element that cannot be read is kept, and its neighbours are read", () => {
  const elements = read("unreadable");
  expect(elements.filter(({ kind }) => kind === "message")).toMatchObject([{ message: { messageId: "wamid.GOOD" } }]);
  expect(reasons("unreadable")).toEqual(Array.from({ length: 9 }, () => "unreadable"));
});

test("everything that is no message and no status is kept with its field", () => {
  expect(reasons("other-fields")).toEqual(["other-field", "echo", "value-errors", "call", "other-field"]);
});

test("a batch is read in its order, over all its changes", () => {
  const named = read("batch").map((element) => (element.kind === "message" ? element.message.messageId : element.kind));
  expect(named).toEqual(["wamid.B1", "wamid.B2", "status", "wamid.B3"]);
  expect(messages("batch").map(({ profileName }) => profileName)).toEqual(["Ana Ficticia", "Carlos", "Ana Ficticia"]);
});

test("what is read has the contract's shape once the gateway has named the chat", () => {
  for (const element of ["text", "media", "tapped", "other-kinds", "group", "statuses"].flatMap(read)) {
    if (element.kind === "message") {
      const { identity: _, identityChange: __, ...message } = element.message;
      const named = { ...message, chat: "1~2", contact: "2", receivedAtMs: 1 };
      expect(MessageReceived.parse(named)).toEqual(named);
    } else if (element.kind === "status") {
      const { identity: _, account: __, ...status } = element.status;
      expect(StatusChanged.parse({ ...status, chat: "1~2" })).toEqual({ ...status, chat: "1~2" });
    }
  }
});

test.each([
  null,
  undefined,
  [],
  {},
  "text",
  7,
  { object: "whatsapp_business_account" },
  { entry: [] },
  { object: "x", entry: {} },
])("%j is no webhook", (payload) => {
  expect(() => readWebhook(payload)).toThrow(expect.objectContaining({ code: "message.malformed" }));
});

test("hostile values are kept or read, never followed", () => {
  const element = (fields: object) => ({ from: phone, id: "wamid.X", timestamp: "1790000000", ...fields });
  const value = (messages: unknown) => ({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value: { messages } }] }],
  });
  expect(readWebhook(value([element({ type: "constructor" })]))).toMatchObject([
    { message: { kind: "constructor", content: { id: "wamid.X" } } },
  ]);
  for (const fields of [{ from: "€".repeat(200) }, { id: "x".repeat(2000) }, { timestamp: 1e300 }, { timestamp: -1 }]) {
    expect(readWebhook(value([element(fields)]))).toMatchObject([{ kind: "kept", reason: "unreadable" }]);
  }
  expect(readWebhook(value({ "0": "not a list" }))).toMatchObject([{ kind: "kept", reason: "unreadable" }]);
});

function read(fixture: string) {
  const file = new URL(`../../../test/fixtures/webhooks/${fixture}.json`, import.meta.url);
  return readWebhook(JSON.parse(readFileSync(file, "utf8")));
}

function messages(fixture: string) {
  return read(fixture).flatMap((element) => (element.kind === "message" ? [element.message] : []));
}

function reasons(fixture: string): string[] {
  return read(fixture).flatMap((element) => (element.kind === "kept" ? [element.reason] : []));
}
