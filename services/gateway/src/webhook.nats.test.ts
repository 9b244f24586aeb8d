import type { Reply } from "@parley/contract/reply";
import { startSimulatedWhatsApp } from "@parley/testkit/simulated-whatsapp";
import { outgoingMessage } from "@parley/whatsapp/outgoing-message";
import { expect, onTestFinished, test } from "vitest";
import { simulatorSecrets } from "./config.ts";
import { chat, post, startTestGateway, webhook } from "./gateway.fixture.ts";

test("a webhook is answered 200 when its messages are in the inbox, in their order", async () => {
  const { gateway, inbox } = await startTestGateway();
  expect(await post(gateway.url, webhook({ from: "52155" }, "a", "b", "c"))).toBe(200);
  const stored = await inbox("session");
  expect(stored).toMatchObject(["a", "b", "c"].map((messageId) => ({ key: chat, message: { chat, messageId } })));
});

test("while NATS is away a webhook is answered 503, and 200 once it is back", async () => {
  const { nats, gateway } = await startTestGateway();
  await nats.kill();
  expect(await post(gateway.url, webhook({ from: "52155" }, "a"))).toBe(503);
  await nats.restart();
  await expect.poll(() => post(gateway.url, webhook({ from: "52155" }, "a")), { timeout: 10_000 }).toBe(200);
});

test("a person keeps one chat over all gateways, however they show who they are", async () => {
  const { gateway, open, inbox } = await startTestGateway();
  const other = await open();
  onTestFinished(() => other.stop());
  const known = webhook({ from: "52155", from_user_id: "US.abc" }, "a");
  const hidden = (id: string) => webhook({ from_user_id: "US.abc" }, id);
  expect(await post(gateway.url, known)).toBe(200);
  // The other gateway may not have heard of it yet: then it loses the race and takes what is stored.
  expect(await post(other.url, hidden("b"))).toBe(200);
  expect(await post(gateway.url, hidden("c"))).toBe(200);
  const late = await open();
  onTestFinished(() => late.stop());
  expect(await post(late.url, hidden("d"))).toBe(200);
  expect(await inbox("session")).toMatchObject(
    ["a", "b", "c", "d"].map((messageId) => ({ key: chat, message: { messageId } })),
  );
});

test("two gateways that meet a new person at once agree on one chat", async () => {
  const { gateway, open, inbox } = await startTestGateway();
  const other = await open();
  onTestFinished(() => other.stop());
  const rounds = Array.from({ length: 20 }, (_, i) => `US.new${i}`);
  await Promise.all(
    rounds.flatMap((id) => [
      post(gateway.url, webhook({ from: `5${id.slice(6)}77`, from_user_id: id }, `${id}-a`)),
      post(other.url, webhook({ from_user_id: id }, `${id}-b`)),
    ]),
  );
  const keys = new Map<string, Set<string>>();
  for (const envelope of await inbox("session")) {
    const { key, message } = Object(envelope);
    const id = String(message.messageId).split("-")[0] ?? "";
    keys.set(id, (keys.get(id) ?? new Set()).add(key));
  }
  expect([...keys.values()].map((chats) => chats.size)).toEqual(rounds.map(() => 1));
});

test("what somebody writes on the page comes back through the simulated WhatsApp as a signed webhook", async () => {
  const whatsapp = await startSimulatedWhatsApp(simulatorSecrets);
  onTestFinished(() => whatsapp.stop());
  const { gateway, inbox } = await startTestGateway({ SIMULATOR_URL: whatsapp.url });
  await whatsapp.setWebhookUrl(`${gateway.url}/webhook`);
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ from: "5215512345678", name: "Ana", text: "¿Tienen mesa?" });
  const answer = await fetch(`${gateway.url}/demo/messages`, { method: "POST", headers, body });
  const { messageId } = Object(await answer.json());
  expect(answer.status).toBe(202);
  expect(await inbox("session")).toMatchObject([{ message: { messageId, text: "¿Tienen mesa?", profileName: "Ana" } }]);
});

test("a tap on the page comes back as the choice of an option that was sent", async () => {
  const whatsapp = await startSimulatedWhatsApp(simulatorSecrets);
  onTestFinished(() => whatsapp.stop());
  const { gateway, inbox } = await startTestGateway({ SIMULATOR_URL: whatsapp.url });
  await whatsapp.setWebhookUrl(`${gateway.url}/webhook`);
  const contact = "5215512345678";
  const reply: Reply = { kind: "buttons", body: "¿Seguro?", buttons: [{ id: "yes", title: "Sí" }] };
  await fetch(`${whatsapp.url}/v25.0/${whatsapp.account}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${whatsapp.token}` },
    body: JSON.stringify(outgoingMessage({ contact, reply, effect: "9~1:1/1" })),
  });
  const tap = async (option: string) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ from: contact, option });
    return (await fetch(`${gateway.url}/demo/messages`, { method: "POST", headers, body })).status;
  };
  expect(await tap("yes")).toBe(202);
  expect(await tap("no")).toBe(404);
  expect(await tap("")).toBe(400);
  expect(await inbox("session")).toMatchObject([
    { message: { kind: "interactive", text: "Sí", content: { button_reply: { id: "yes" } } } },
  ]);
});

test("somebody who changes their number keeps their chat", async () => {
  const { gateway, inbox } = await startTestGateway();
  expect(await post(gateway.url, webhook({ from: "52155" }, "a"))).toBe(200);
  const system = { type: "user_changed_number", body: "changed", wa_id: "52199" };
  const changed = { id: "b", from: "52155", timestamp: "1700000000", type: "system", system };
  const after = { id: "b2", from: "52199", timestamp: "1700000000", type: "text", text: { body: "soy yo" } };
  const value = { metadata: { phone_number_id: "9" }, messages: [changed, after] };
  const entry = [{ id: "1", changes: [{ field: "messages", value }] }];
  expect(await post(gateway.url, JSON.stringify({ object: "whatsapp_business_account", entry }))).toBe(200);
  expect(await post(gateway.url, webhook({ from: "52199" }, "c"))).toBe(200);
  expect(await inbox("session")).toMatchObject(
    ["a", "b", "b2", "c"].map((messageId) => ({ key: chat, message: { messageId } })),
  );
});
