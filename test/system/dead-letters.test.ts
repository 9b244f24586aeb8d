import { messageReceived, webhookBody } from "@parley/testkit/whatsapp-payloads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GraphFront, openGraphFront } from "./graph-front.ts";
import { eventually, type Installation, openInstallation } from "./installation.ts";

let parley: Installation;
let graph: GraphFront;
beforeAll(async () => {
  graph = await openGraphFront();
  parley = await openInstallation({ graphUrl: graph.url });
  graph.passTo(parley.whatsapp.url);
});
afterAll(async () => {
  await parley.stop();
  graph.stop();
});

const lettersOf = async (chat: string) =>
  (await parley.api(`/api/dead-letters?chat=${encodeURIComponent(chat)}`)).items;
const letterOf = (id: string) => parley.api(`/api/dead-letters/${id}`);
const lastEventOf = async (id: string) => (await letterOf(id)).history.at(-1).event;

/** A photo that the webhook says lies on a stranger's host, where our token must not go. */
async function photoElsewhere(from: string, id: string) {
  const ana = parley.customer(from);
  const image = { id: "1", mime_type: "image/jpeg", url: "https://files.example/photo.jpg" };
  await parley.whatsapp.deliver(messageReceived({ from, id, atMs: Date.now() }, "image", image));
  await eventually(() => lettersOf(ana.chat)).toHaveLength(1);
  const [letter] = await lettersOf(ana.chat);
  return { ana, letter };
}

test("a message that cannot be handled becomes a dead letter with reason and payload, and its chat goes on", async () => {
  const { ana, letter } = await photoElsewhere("5215500000701", "wamid.STRANGE1");
  expect(letter).toMatchObject({
    status: "open",
    service: "media",
    code: "media.forbidden-host",
    key: ana.chat,
    attempts: 1,
    payload: { type: "turn.opened", entry: { messageId: "wamid.STRANGE1" } },
    history: [{ event: "failed" }],
  });
  expect(await letterOf(letter.id)).toEqual(letter);
  const next = await ana.says("¿dónde están?");
  expect(await parley.ended(next)).toMatchObject({ status: "done", turn: 2 });
  expect((await parley.ended("wamid.STRANGE1")).turn).toBe(1);
});

test("a replay that fails again leaves the letter open and says so", async () => {
  const { ana, letter } = await photoElsewhere("5215500000702", "wamid.STRANGE2");
  expect(await parley.ask(`/api/dead-letters/${letter.id}/replay`, {})).toMatchObject({ status: 202 });
  await eventually(() => lastEventOf(letter.id)).toBe("replay failed");
  expect(await letterOf(letter.id)).toMatchObject({ status: "open", attempts: 2 });
  expect(await lettersOf(ana.chat)).toHaveLength(1);
});

test("a replay with an edited payload mends the turn, and the customer is not answered a second time", async () => {
  const { ana, letter } = await photoElsewhere("5215500000703", "wamid.STRANGE3");
  await ana.replies(1);
  const file = graph.holdFile();
  file.release(Buffer.from("a photo"));
  const [media] = letter.payload.media;
  const payload = { ...letter.payload, media: [{ ...media, url: file.url }] };
  expect(await parley.ask(`/api/dead-letters/${letter.id}/replay`, { payload })).toMatchObject({ status: 202 });
  await eventually(() => parley.turn("wamid.STRANGE3")).toMatchObject({
    status: "done",
    processing: { media: { items: [{ status: "type_mismatch" }] }, delivery: { replies: [{}] } },
  });
  await eventually(async () => (await letterOf(letter.id)).status).toBe("resolved");
  expect((await letterOf(letter.id)).history).toMatchObject([
    { event: "failed" },
    { event: "replayed", detail: "with an edited payload" },
    { event: "replay succeeded" },
  ]);
  await parley.ask(`/api/dead-letters/${letter.id}/replay`, { payload });
  await eventually(() => lastEventOf(letter.id)).toBe("replay refused");
  await parley.ended(await ana.says("gracias"));
  expect(ana.got()).toHaveLength(2);
});

test("a replay with a payload that is no such message fails again and does not hold up the chat", async () => {
  const ana = parley.customer("5215500000708");
  await parley.runtime.inboxes.send("intel", ana.chat, { type: "from.the-future", v: 9 });
  await eventually(() => lettersOf(ana.chat)).toHaveLength(1);
  const [letter] = await lettersOf(ana.chat);
  const payload = { type: "turn.opened", v: 1, oops: true };
  expect(await parley.ask(`/api/dead-letters/${letter.id}/replay`, { payload })).toMatchObject({ status: 202 });
  await eventually(() => lastEventOf(letter.id)).toBe("replay failed");
  expect(await parley.ended(await ana.says("hola"))).toMatchObject({ turn: 1, status: "done" });
});

test("a letter is discarded with a reason, and cannot be replayed any more", async () => {
  const { letter } = await photoElsewhere("5215500000704", "wamid.STRANGE4");
  expect(await parley.ask(`/api/dead-letters/${letter.id}/discard`, {})).toMatchObject({ status: 400 });
  expect(await parley.ask(`/api/dead-letters/${letter.id}/discard`, { reason: "spam" })).toMatchObject({ status: 202 });
  await eventually(() => letterOf(letter.id)).toMatchObject({
    status: "discarded",
    history: [{ event: "failed" }, { event: "discarded", detail: "spam" }],
  });
  await parley.ask(`/api/dead-letters/${letter.id}/replay`, {});
  await eventually(() => lastEventOf(letter.id)).toBe("replay refused");
  expect(await letterOf(letter.id)).toMatchObject({ status: "discarded" });
});

test("a message that fits an inbox but no commit is a letter without payload, and the chat goes on", async () => {
  const ana = parley.customer("5215500000707");
  const times = { sentAtMs: Date.now(), receivedAtMs: Date.now() };
  const sender = { chat: ana.chat, account: parley.whatsapp.account, contact: ana.from };
  // An inbox takes 512 KB with the envelope; what session makes of it is a little more.
  const text = { messageId: "wamid.HUGE", kind: "text", text: "h".repeat(512 * 1024 - 350) };
  await parley.runtime.inboxes.send("session", ana.chat, {
    type: "message.received",
    v: 1,
    ...{ ...sender, ...text, ...times },
  });
  await eventually(() => lettersOf(ana.chat)).toMatchObject([
    { code: "message.too-large", service: "session", payload: { type: "message.truncated", was: "message.received" } },
  ]);
  expect(await parley.ended(await ana.says("hola"))).toMatchObject({ turn: 1, status: "done" });
});

test("a message of an unknown type in an inbox is a dead letter, and the chat's next message is handled", async () => {
  const ana = parley.customer("5215500000705");
  await parley.runtime.inboxes.send("session", ana.chat, { type: "from.the-future", v: 9 });
  await eventually(() => lettersOf(ana.chat)).toMatchObject([{ code: "message.unknown-type", service: "session" }]);
  expect(await parley.ended(await ana.says("hola"))).toMatchObject({ turn: 1, status: "done" });
});

test("bytes that nobody can read, in every service's inbox, stop nobody", async () => {
  for (const service of ["session", "media", "intel", "delivery", "resilience"]) {
    for (let partition = 0; partition < parley.runtime.partitions; partition++) {
      for (const bytes of [new Uint8Array([0xc1, 0xff, 0x00]), Buffer.from("{}"), Buffer.from([0x91, 0xc0])]) {
        await parley.runtime.publisher.publish(parley.names.inbox(service, `stranger-${partition}`), bytes);
      }
    }
  }
  const ana = parley.customer("5215500000706");
  expect(await parley.ended(await ana.says("hola"))).toMatchObject({ turn: 1, status: "done" });
});

describe("a message with hostile content becomes one turn, and the customer's next message is answered:", () => {
  let hostile = 0;
  const nul = String.fromCharCode(0);
  test.each([
    ["a text of 500 KB", { type: "text", text: { body: "x".repeat(500_000) } }],
    ["a text of 2.5 MB", { type: "text", text: { body: "ñ".repeat(1_250_000) } }],
    ["an order of 400 KB", { type: "order", order: { text: "y".repeat(200_000), note: "z".repeat(200_000) } }],
    ["a text with NUL and half a character", { type: "text", text: { body: `${nul}\ud83d hola \udfff` } }],
    ["a type named __proto__", { type: "__proto__", text: { body: "hola" } }],
    ["a type named constructor", { type: "constructor", constructor: { prototype: 1 } }],
    ["a type named toString", { type: "toString" }],
    ["a body of the wrong kind", { type: "text", text: ["hola", { body: 7 }] }],
    ["an image without an id", { type: "image", image: { caption: "mira" } }],
    ["an image whose id is a path", { type: "image", image: { id: "../../me?x=1", mime_type: "image/jpeg" } }],
    ["an image at a file address", { type: "image", image: { id: "1", url: "file:///etc/passwd" } }],
    ["objects a thousand deep", { type: "order", order: JSON.parse(`${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}`) }],
    ["a reply to itself", { type: "text", text: { body: "hola" }, context: { id: "wamid.HOSTILE" } }],
    ["a time far in the future", { type: "text", text: { body: "hola" }, timestamp: "99999999999" }],
    ["a time before the telephone", { type: "text", text: { body: "hola" }, timestamp: "0" }],
    ["ten thousand question marks", { type: "text", text: { body: "?".repeat(10_000) } }],
  ])("%s", async (name, content) => {
    hostile += 1;
    const ana = parley.customer(`52155000008${10 + hostile}`);
    const id = `wamid.HOSTILE/${name}=`;
    const message = { from: ana.from, id, timestamp: String(Math.floor(Date.now() / 1_000)), ...content };
    const body = JSON.stringify(webhookBody(parley.whatsapp.account, { messages: [message] }));
    expect(await parley.webhook(body)).toBe(200);
    const next = await ana.says("¿a qué hora abren?");
    await eventually(async () => (await parley.turn(next))?.status).toBe("done");
    expect((await ana.timeline()).map(({ messageId }) => messageId)).toEqual([id, next]);
    expect(ana.got().at(-1)).toContain("Abrimos");
  });
});
