import { describe, expect, test } from "vitest";
import { aColour, aModel, blue } from "./llm.fixture.ts";
import { llmOff } from "./llm.ts";

const providers = ["openai", "anthropic"] as const;

test("without a model every question ends at once as off", async () => {
  expect(llmOff.on).toBe(false);
  expect(await llmOff.complete(aColour)).toEqual({ kind: "off", reason: "not-configured" });
});

describe.each(providers)("%s", (provider) => {
  test("an answer that fits comes with its usage and model", async () => {
    const { server, llm } = await aModel({ provider });
    server.play({ ...blue, usage: { input: 50, cached: 20, output: 7 } });
    expect(await llm.complete(aColour)).toEqual({
      kind: "ok",
      value: { colour: "blue", sure: true },
      usage: { input: 50, cached: 20, output: 7 },
      model: "simulated-model",
    });
  });

  test("the request carries key, model, limit and schema, and the customer's words only as a message", async () => {
    const { server, llm } = await aModel({ provider });
    server.play(blue);
    await llm.complete(aColour);
    const [request] = server.requests;
    expect(request).toMatchObject({ system: "Name the colour.", messages: aColour.messages });
    expect(request?.body).toMatchObject({ model: "model-of-the-test", max_tokens: 100, temperature: 0 });
    const { authorization, "x-api-key": key } = request?.headers ?? {};
    expect(authorization ?? key).toMatch(/^(Bearer )?key-of-the-test$/);
    expect(JSON.stringify(request?.body)).toContain('"enum":["red","blue"]');
  });

  test("a refusal is refused, not an empty answer, and nobody asks again", async () => {
    const { server, llm } = await aModel({ provider });
    server.play({ kind: "refusal" });
    expect(await llm.complete(aColour)).toEqual({ kind: "refused", reason: "refusal" });
    expect(server.requests).toHaveLength(1);
  });

  test("an answer of another shape is asked for once more, with what was wrong", async () => {
    const { server, llm } = await aModel({ provider });
    server.play({ kind: "object", value: { colour: "green", sure: true } }, blue);
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok", usage: { input: 80, output: 16 } });
    const roles = server.requests[1]?.messages.map(({ role }) => role);
    expect(roles).toEqual(["user", "assistant", "user"]);
    expect(server.requests[1]?.messages.at(-1)?.content).toContain("colour");
  });

  test.each([
    ["words without an object", { kind: "text", text: "I would say blue." }, "not-json"],
    ["an object of another shape", { kind: "object", value: { color: "blue" } }, "wrong-shape"],
    ["nothing", { kind: "empty" }, "empty"],
  ] as const)("%s, twice, is invalid", async (_, script, reason) => {
    const { server, llm } = await aModel({ provider });
    server.play(script, script, blue);
    expect(await llm.complete(aColour)).toEqual({ kind: "invalid", reason });
    expect(server.requests).toHaveLength(2);
  });

  test("an answer cut off by its limit is invalid, even where it could be completed, and not asked for again", async () => {
    const { server, llm } = await aModel({ provider });
    server.play({ kind: "text", text: '{"colour":"blue","sure":true}', finish: "length" });
    expect(await llm.complete(aColour)).toEqual({ kind: "invalid", reason: "truncated" });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    "Sure! ```json\n{colour: 'blue', sure: true,}\n```",
    '<think>{"colour":"red"}? no.</think>{"colour":"blue","sure":true}',
  ])("almost JSON is read without asking again: %s", async (text) => {
    const { server, llm } = await aModel({ provider });
    server.play({ kind: "text", text });
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok", value: { colour: "blue", sure: true } });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["a 500", { kind: "status", status: 500 }, "server-error"],
    ["a 503 in HTML", { kind: "status", status: 503, body: "<html>busy</html>" }, "server-error"],
    ["a redirect", { kind: "status", status: 302, headers: { location: "http://127.0.0.1:1/" } }, "server-error"],
    ["a 401", { kind: "status", status: 401 }, "unauthorized"],
    ["a 404", { kind: "status", status: 404 }, "not-found"],
    ["a connection that is reset", { kind: "reset" }, "network"],
    ["a body that breaks off", { kind: "reset-mid-body" }, "network"],
    ["a body of cut JSON", { kind: "cut" }, "malformed-answer"],
    ["a body of something else", { kind: "status", status: 200, body: '{"hello":1}' }, "malformed-answer"],
    ["a body of a megabyte", { kind: "huge", bytes: 1_048_576 }, "answer-too-large"],
  ] as const)("%s is unavailable, after one request", async (_, script, reason) => {
    const { server, llm } = await aModel({ provider });
    server.play(script, blue);
    expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason });
    expect(server.requests).toHaveLength(1);
  });

  test.each(["hang", "stall"] as const)("a server that does %s ends the call when its time is over", async (kind) => {
    const { server, llm, clock } = await aModel({ provider });
    server.play({ kind });
    const answer = llm.complete(aColour);
    await server.received(1);
    clock.pass(8_000);
    expect(await answer).toEqual({ kind: "timeout", reason: "deadline" });
    expect(clock.set()).toBe(0);
  });

  test("a caller that gives up ends the call at once", async () => {
    const { server, llm } = await aModel({ provider });
    server.play({ kind: "hang" });
    const caller = new AbortController();
    const answer = llm.complete({ ...aColour, signal: caller.signal });
    await server.received(1);
    caller.abort();
    expect(await answer).toEqual({ kind: "unavailable", reason: "aborted" });
    expect(await llm.complete({ ...aColour, signal: caller.signal })).toMatchObject({ reason: "aborted" });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["too long for the model", { message: "prompt is too long: maximum context length" }, "context-length"],
    ["not understood", { message: "what is this" }, "request-rejected"],
  ] as const)("a request that is %s is invalid", async (_, error, reason) => {
    const { server, llm } = await aModel({ provider });
    server.play({ kind: "status", status: 400, ...error });
    expect(await llm.complete(aColour)).toEqual({ kind: "invalid", reason });
  });

  test("a request that is too large is not sent", async () => {
    const { server, llm } = await aModel({ provider });
    const answer = await llm.complete({ ...aColour, messages: [{ role: "user", content: "x".repeat(70_000) }] });
    expect(answer).toEqual({ kind: "invalid", reason: "request-too-large" });
    expect(server.requests).toHaveLength(0);
  });

  test("a model that takes no temperature, or a server that enforces no schema, is asked without from then on", async () => {
    const { server, llm } = await aModel({ provider });
    const refused = provider === "openai" ? "response_format is not supported" : "tool_choice is not supported";
    server.play(
      { kind: "status", status: 400, message: "`temperature` is deprecated for this model." },
      { kind: "status", status: 400, message: refused },
      { kind: "text", text: '{"colour":"blue","sure":true}' },
      { kind: "text", text: '{"colour":"blue","sure":false}' },
    );
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok" });
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok", value: { sure: false } });
    const last = server.requests[3];
    expect(Object.keys(last?.body ?? {})).not.toEqual(expect.arrayContaining(["temperature"]));
    expect(last?.system).toContain('"enum":["red","blue"]');
  });

  test("nothing that was said, and no key, comes into the log", async () => {
    const { server, llm, lines } = await aModel({ provider });
    server.play({ kind: "status", status: 400, message: "you sent: the sky at noon, key-of-the-test" });
    await llm.complete(aColour);
    server.play({ kind: "text", text: "blue blue" }, { kind: "text", text: "blue blue" });
    await llm.complete(aColour);
    server.play({ kind: "status", status: 401, message: "bad key key-of-the-test" });
    await llm.complete(aColour);
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toMatch(/sky|blue|key-of-the-test/);
  });
});

test("a server that filters its answer has refused", async () => {
  const { server, llm } = await aModel();
  server.play({ kind: "refusal", filtered: true }, { kind: "status", status: 400, code: "content_filter" });
  expect(await llm.complete(aColour)).toEqual({ kind: "refused", reason: "content-filter" });
  expect(await llm.complete(aColour)).toEqual({ kind: "refused", reason: "content-filter" });
});

test("a server that nobody answers at is unavailable", async () => {
  const { server, llm } = await aModel();
  await server.stop();
  expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "network" });
});

test("a server that counts no tokens is counted by estimate", async () => {
  const { server, llm } = await aModel();
  server.play({ ...blue, usage: "none" });
  const answer = await llm.complete(aColour);
  expect(answer).toMatchObject({ kind: "ok", usage: { cached: 0, output: 10 } });
});

test("a server that counts below zero gives no budget back", async () => {
  const { server, llm } = await aModel({ limits: { tokensPerDay: 800 } });
  server.play({ ...blue, usage: { input: -5_000, output: 0 } });
  const answer = await llm.complete(aColour);
  expect(answer.kind === "ok" && answer.usage.input).toBeGreaterThan(0);
});

test("a model that wants the newer name of the limit gets it", async () => {
  const { server, llm } = await aModel();
  server.play({ kind: "status", status: 400, message: "Use 'max_completion_tokens' instead." }, blue);
  expect(await llm.complete(aColour)).toMatchObject({ kind: "ok" });
  expect(server.requests[1]?.body).toMatchObject({ max_completion_tokens: 100 });
});

test("questions are counted by use and outcome, tokens by kind", async () => {
  const { server, llm, shown } = await aModel();
  server.play({ ...blue, usage: { input: 50, cached: 20, output: 7 } }, { kind: "refusal" });
  await llm.complete(aColour);
  await llm.complete(aColour);
  expect(await shown("parley_llm_requests_total")).toEqual([
    'parley_llm_requests_total{purpose="colour",outcome="ok"} 1',
    'parley_llm_requests_total{purpose="colour",outcome="refused"} 1',
  ]);
  expect(await shown("parley_llm_tokens_total")).toEqual([
    'parley_llm_tokens_total{model="model-of-the-test",kind="input"} 70',
    'parley_llm_tokens_total{model="model-of-the-test",kind="cached"} 20',
    'parley_llm_tokens_total{model="model-of-the-test",kind="output"} 15',
  ]);
});
