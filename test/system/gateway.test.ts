import { textReceived, webhookBody } from "@parley/testkit/whatsapp-payloads";
import { signBody } from "@parley/whatsapp/signature";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, openInstallation } from "./installation.ts";

let parley: Installation;
beforeAll(async () => {
  parley = await openInstallation();
});
afterAll(() => parley.stop());

const hello = (id: string) => JSON.stringify(textReceived({ from: "5215500000401", id, atMs: Date.now() }, "hola"));

describe("a webhook is refused", () => {
  test.each([
    ["without a signature", () => ""],
    ["with a signature of another secret", (body: string) => signBody("another secret", Buffer.from(body))],
    ["with the signature of another body", () => signBody("simulated-app-secret", Buffer.from("{}"))],
    [
      "with a signature that is cut short",
      (body: string) => signBody("simulated-app-secret", Buffer.from(body)).slice(0, -1),
    ],
  ])("%s (401), and nothing of it is stored", async (_, sign) => {
    const body = hello("wamid.UNSIGNED");
    expect(await parley.webhook(body, sign(body))).toBe(401);
    const signed = hello("wamid.SIGNED");
    expect(await parley.webhook(signed)).toBe(200);
    await parley.ended("wamid.SIGNED");
    expect(await parley.turn("wamid.UNSIGNED")).toBeUndefined();
  });

  test.each([
    ["{}", "{}"],
    ["null", "null"],
    ["[]", "[]"],
    ["broken JSON", '{"object":"whatsapp_business_account","entry":['],
    ["nothing", ""],
    ["a number", "7"],
    ["no list of entries", '{"object":"whatsapp_business_account","entry":{}}'],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x01])],
  ])("when it is %s (400)", async (_, body) => {
    expect(await parley.webhook(body)).toBe(400);
  });

  test("when it has more than 3 MB (413)", async () => {
    const text = "x".repeat(3_000_001);
    expect(await parley.webhook(JSON.stringify(webhookBody("1", { text })))).toBe(413);
  });

  test("when it has more than a thousand elements (413)", async () => {
    const statuses = Array.from({ length: 1_001 }, (_, at) => ({ id: `${at}`, status: "sent" }));
    expect(await parley.webhook(JSON.stringify(webhookBody("1", { statuses })))).toBe(413);
  });
});

test("every refusal says what is wrong in the same form", async () => {
  for (const [path, init] of [
    ["/webhook", { method: "POST", body: "{}" }],
    ["/nowhere", {}],
    ["/api/chats", { method: "DELETE" }],
    ["/api/turns/wamid.NOBODY", {}],
    ["/api/chats/nonsense", {}],
  ] as const) {
    const { status, body } = await parley.request(path, init);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  }
});

test("Meta's handshake gets its challenge back for our verify token only", async () => {
  const ask = (token: string) =>
    parley.request(`/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
  expect(await ask("simulated-verify-token")).toEqual({ status: 200, body: "1158201444" });
  expect(await ask("guessed")).toMatchObject({ status: 403 });
});

test("liveness, readiness and the metrics that INTERFACE names are there", async () => {
  const ana = parley.customer("5215500000402");
  await parley.ended(await ana.says("hola"));
  expect(await parley.request("/livez")).toMatchObject({ status: 200, body: { status: "ok" } });
  expect(await parley.request("/readyz")).toMatchObject({ status: 200, body: { status: "ok" } });
  const { body } = await parley.request("/metrics");
  const names = new Set(
    String(body)
      .match(/^parley_[a-z_]+(?=[ {])/gm)
      ?.map((name) => name.replace(/_(bucket|sum|count)$/, "")),
  );
  const described = new Set([...String(body).matchAll(/^# TYPE (parley_\w+)/gm)].map(([, name]) => name));
  expect([...described].sort()).toEqual(expect.arrayContaining(interfaceMetrics));
  // Those that a turn has moved carry a value.
  for (const name of ["parley_turns_total", "parley_stage_seconds", "parley_commit_records", "parley_turn_seconds"]) {
    expect(names).toContain(name);
  }
  expect(body).toMatch(/^parley_turn_seconds_count [1-9]/m);
  expect(body).toMatch(/^parley_turns_total\{stage="delivery",outcome="done"\} [1-9]/m);
  expect(body).toMatch(/^parley_partitions_owned\{service="session"\} 16$/m);
  expect(body).toMatch(/^parley_whatsapp_requests_total\{outcome="accepted"\} [1-9]/m);
  expect(body).not.toMatch(/5215500000402|hola/);
});

describe("with a token", () => {
  const token = "a-token-of-some-length";
  let locked: Installation;
  beforeAll(async () => {
    locked = await openInstallation({ nats: parley.nats, env: { PARLEY_API_TOKEN: token } });
  });
  afterAll(() => locked.stop());

  test.each([
    ["GET", "/api/chats"],
    ["GET", "/api/turns/wamid.1"],
    ["GET", "/api/dead-letters"],
    ["POST", "/api/dead-letters/replay"],
    ["GET", "/api/system"],
    ["GET", "/api/events"],
    ["POST", "/demo/messages"],
  ])("%s %s wants it (401)", async (method, path) => {
    for (const authorization of ["", "Bearer wrong", `Basic ${token}`]) {
      const { status, body } = await locked.request(path, { method, headers: { authorization } });
      expect({ status, body }).toMatchObject({ status: 401, body: { error: { code: "unauthorized" } } });
    }
  });

  test("it opens the API, and webhooks, probes and the page need none", async () => {
    const headers = { authorization: `Bearer ${token}` };
    expect((await locked.request("/api/chats", { headers })).status).toBe(200);
    expect(await locked.webhook(hello("wamid.LOCKED"))).toBe(200);
    for (const path of ["/", "/livez", "/readyz", "/metrics"]) expect((await locked.request(path)).status).toBe(200);
  });
});

// The metrics of INTERFACE that services of today move or will; Sheets and language models come with their services.
const interfaceMetrics = [
  "parley_breaker_state",
  "parley_commit_records",
  "parley_commit_seconds",
  "parley_dead_letters_total",
  "parley_degradation_level",
  "parley_duplicates_total",
  "parley_llm_cost_usd_total",
  "parley_llm_tokens_total",
  "parley_parked_chats",
  "parley_partition_lag",
  "parley_partitions_owned",
  "parley_queue_seconds",
  "parley_sheets_cache_total",
  "parley_sheets_requests_total",
  "parley_stage_seconds",
  "parley_turn_seconds",
  "parley_turns_total",
  "parley_whatsapp_requests_total",
];
