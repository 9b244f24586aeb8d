import { TransientError } from "@parley/contract/errors";
import { signBody } from "@parley/whatsapp/signature";
import { expect, onTestFinished, test } from "vitest";
import { createRouter } from "./http-router.ts";
import { startHttpServer } from "./http-server.ts";
import { receiveWebhook, verifyWebhook, type WebhookOptions } from "./webhook.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };
const message = { id: "a", from: "5", timestamp: "1700000000", type: "text", text: { body: "hola ñ" } };
const payload = (messages: unknown[]) => ({
  object: "whatsapp_business_account",
  entry: [{ id: "1", changes: [{ field: "messages", value: { metadata: { phone_number_id: "9" }, messages } }] }],
});

async function start(store: WebhookOptions["store"]) {
  const answers: number[] = [];
  const options = { appSecret: "s", verifyToken: "v", store, now: () => 5, answered: (n: number) => answers.push(n) };
  const server = await startHttpServer({
    host: "127.0.0.1",
    port: 0,
    maxConnections: 10,
    router: createRouter([
      { method: "GET", path: "/webhook", handle: verifyWebhook(options) },
      { method: "POST", path: "/webhook", handle: receiveWebhook(options) },
    ]),
    admit: () => {},
    answered: () => {},
    log,
  });
  onTestFinished(server.stop);
  const url = `${server.url}/webhook`;
  const post = async (body: string, signature = signBody("s", Buffer.from(body))) => {
    const response = await fetch(url, { method: "POST", body, headers: { "x-hub-signature-256": signature } });
    return response.status;
  };
  return { url, post, answers, stop: server.stop };
}

test("Meta's handshake gets its challenge back, and nobody else does", async () => {
  const { url } = await start(async () => {});
  const ask = async (token: string) => {
    const response = await fetch(`${url}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=%3Cb%3E1`);
    return [response.status, response.headers.get("content-type"), await response.text()];
  };
  expect(await ask("v")).toEqual([200, "text/plain; charset=utf-8", "<b>1"]);
  expect(await ask("w")).toMatchObject([403, expect.stringContaining("json"), expect.stringContaining("forbidden")]);
});

test("200 waits for the store, and each refusal has its own status", async () => {
  const stored: number[] = [];
  const { post, answers } = await start(async ({ elements }) => {
    stored.push(elements.length);
  });
  const good = JSON.stringify(payload([message]));
  expect(await post(good)).toBe(200);
  expect(await post(good, signBody("other", Buffer.from(good)))).toBe(401);
  expect(await post(good, "")).toBe(401);
  for (const malformed of ["", "{", "{}", "null", "[]"]) expect(await post(malformed)).toBe(400);
  expect(await post(" ".repeat(3_000_001))).toBe(413);
  expect(await post(JSON.stringify(payload(Array.from({ length: 1_000 }, () => message))))).toBe(200);
  expect(await post(JSON.stringify(payload(Array.from({ length: 1_001 }, () => message))))).toBe(413);
  expect(stored).toEqual([1, 1_000]);
  expect(answers).toEqual([200, 401, 401, 400, 400, 400, 400, 400, 413, 200, 413]);
});

test("what cannot be stored is 503, whatever the reason: Meta comes again", async () => {
  const failures = [new TransientError("nats.outcome-unknown", "no ack"), new Error("a bug")];
  const { post } = await start(() => Promise.reject(failures.shift()));
  expect(await post(JSON.stringify(payload([message])))).toBe(503);
  expect(await post(JSON.stringify(payload([message])))).toBe(503);
});

test("a stopping server finishes what runs and takes nothing new", async () => {
  let release = () => {};
  let arrived = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const running = new Promise<void>((resolve) => (arrived = resolve));
  const { post, stop } = await start(() => {
    arrived();
    return held;
  });
  const answer = post(JSON.stringify(payload([message])));
  await running;
  const stopped = stop();
  await expect(post(JSON.stringify(payload([message])))).rejects.toThrow();
  release();
  expect(await answer).toBe(200);
  await stopped;
});
