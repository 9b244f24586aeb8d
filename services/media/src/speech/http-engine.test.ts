import { createBreaker } from "@parley/llm/breaker";
import { startSimulatedTranscriber, type TranscriberScript } from "@parley/testkit/simulated-transcriber";
import { expect, onTestFinished, test } from "vitest";
import { type HttpEngineOptions, httpEngine } from "./http-engine.ts";
import { wavOf } from "./wav.ts";

const audio = { bytes: wavOf(new Int16Array(1_600)), type: "wav", durationS: 0.1 } as const;
const never = new AbortController().signal;

/** An engine whose waits pass at once; only what `whenDue` is told fires the limit of a try. */
async function anEngine(script: TranscriberScript[], options: Partial<HttpEngineOptions> = {}) {
  const server = await startSimulatedTranscriber();
  onTestFinished(() => server.stop());
  server.play(...script);
  const waits: number[] = [];
  const limits = new Set<() => void>();
  const timers = {
    now: () => 0,
    after: (ms: number, run: () => void) => {
      if (ms === 77_000) {
        limits.add(run);
        return () => limits.delete(run);
      }
      waits.push(ms);
      queueMicrotask(run);
      return () => {};
    },
  };
  const breaker = createBreaker({ failures: 3, windowMs: 1_000, openMs: 500, now: () => 0, onState: () => {} });
  const takes = new Set(["wav"] as const);
  const engine = httpEngine({
    ...{ url: server.url, model: "a-model", takes, breaker, timers, attempts: 3, backoffMs: 1_000 },
    timeoutMs: () => 77_000,
    ...options,
  });
  const hear = (signal = never) => engine.hear(audio, { language: "es", signal });
  return { server, hear, waits, passLimit: () => [...limits].forEach((run) => void run()) };
}

test("a note goes as a WAV with the fields of the interface", async () => {
  const { server, hear } = await anEngine([{ kind: "text", text: "Quiero dos pizzas" }], { apiKey: "a-key" });
  expect(await hear()).toMatchObject({
    ...{ kind: "heard", text: "Quiero dos pizzas", language: "es" },
    segments: [{ startS: 0, endS: 2, text: "Quiero dos pizzas", logProbability: -0.2 }],
  });
  expect(server.requests).toMatchObject([
    {
      path: "/v1/audio/transcriptions",
      headers: { authorization: "Bearer a-key" },
      fields: {
        ...{ model: "a-model", language: "es", response_format: "verbose_json", temperature: "0" },
        "timestamp_granularities[]": "segment",
      },
      file: { name: "audio.wav", type: "audio/wav", bytes: audio.bytes },
    },
  ]);
});

test("an answer that is plain json is taken as it is", async () => {
  const { hear } = await anEngine([{ kind: "json", text: "hola" }]);
  expect(await hear()).toEqual({ kind: "heard", text: "hola", segments: [] });
});

test("a model that knows no verbose_json is asked for json, from then on at once", async () => {
  const { server, hear } = await anEngine([
    { kind: "json-only", text: "uno" },
    { kind: "json-only", text: "dos" },
  ]);
  expect(await hear()).toMatchObject({ text: "uno" });
  expect(await hear()).toMatchObject({ text: "dos" });
  expect(server.requests.map(({ fields }) => fields.response_format)).toEqual(["verbose_json", "json", "json"]);
});

test.each([400, 401, 404, 413, 415, 302])("a refusal with %i is not tried again", async (status) => {
  const refusal = { kind: "status", status } as const;
  const { server, hear } = await anEngine([{ kind: "text", text: "a" }, refusal, refusal]);
  await hear();
  expect(await hear()).toEqual({ kind: "rejected", reason: `the engine answered ${status}` });
  expect(server.requests).toHaveLength(2);
});

test("a busy server is asked again after as long as it says", async () => {
  const busy = { kind: "status", status: 429, headers: { "retry-after": "7" } } as const;
  const { hear, waits } = await anEngine([busy, { kind: "text", text: "por fin" }]);
  expect(await hear()).toMatchObject({ text: "por fin" });
  expect(waits).toEqual([7_000]);
});

test("a server that wants to be left alone for longer than a minute is given up", async () => {
  const { server, hear } = await anEngine([{ kind: "status", status: 429, headers: { "retry-after": "3600" } }]);
  expect(await hear()).toMatchObject({ kind: "unavailable" });
  expect(server.requests).toHaveLength(1);
});

test("a server that fails is tried three times, with growing waits, and then left alone", async () => {
  const { server, hear, waits } = await anEngine([]);
  expect(await hear()).toEqual({ kind: "unavailable", reason: "the engine answered 500" });
  expect(waits).toEqual([1_000, 2_000]);
  expect(await hear()).toMatchObject({ kind: "unavailable", reason: expect.stringContaining("left alone") });
  expect(server.requests).toHaveLength(3);
});

test("a broken connection is tried again", async () => {
  const { hear } = await anEngine([{ kind: "reset" }, { kind: "text", text: "ya" }]);
  expect(await hear()).toMatchObject({ text: "ya" });
});

test("a slow answer within the limit counts", async () => {
  let go = () => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { server, hear } = await anEngine([{ kind: "slow", until, next: { kind: "text", text: "tarde" } }]);
  const heard = hear();
  await server.received(1);
  go();
  expect(await heard).toMatchObject({ text: "tarde" });
});

test("a server that hangs is a timeout, and the deadline of the note ends the waiting", async () => {
  const { server, hear, passLimit } = await anEngine([{ kind: "hang" }], { attempts: 1 });
  const heard = hear();
  await server.received(1);
  passLimit();
  expect(await heard).toEqual({ kind: "timeout", reason: "the engine took too long" });
  server.play({ kind: "hang" });
  const deadline = new AbortController();
  const second = hear(deadline.signal);
  await server.received(2);
  deadline.abort();
  expect(await second).toEqual({ kind: "timeout", reason: "the deadline passed" });
});

test.each<[string, TranscriberScript]>([
  ["no JSON", { kind: "body", body: "<html>welcome</html>" }],
  ["no text", { kind: "body", body: '{"ok":true}' }],
  ["nothing at all", { kind: "body", body: "" }],
  ["more than 2 MB", { kind: "huge", bytes: 2_100_000 }],
])("an answer that is %s is malformed and not tried again", async (_, script) => {
  const { server, hear } = await anEngine([script]);
  expect(await hear()).toMatchObject({ kind: "malformed" });
  expect(server.requests).toHaveLength(1);
});

test("an empty text is heard as empty", async () => {
  const { hear } = await anEngine([{ kind: "text", text: "" }]);
  expect(await hear()).toEqual({ kind: "heard", text: "", language: "es", segments: [] });
});
