import { describe, expect, test } from "vitest";
import { aColour, aModel, blue } from "./llm.fixture.ts";

const tooFast = (headers: Record<string, string>) => ({ kind: "status", status: 429, headers }) as const;

/** The call's own end and its wait. */
const waiting = (clock: { set: () => number }) => expect.poll(() => clock.set(), { interval: 1 }).toBe(2);

describe("a server that says too fast", () => {
  test.each([{ "retry-after": "1" }, { "retry-after-ms": "1000" }, { "retry-after": "Tue, 24 Nov 2026 10:30:01 GMT" }])(
    "is waited for when that is short: %o",
    async (headers) => {
      const { server, llm, clock } = await aModel();
      server.play(tooFast(headers), blue);
      const answer = llm.complete(aColour);
      await waiting(clock);
      clock.pass(999);
      expect(server.requests).toHaveLength(1);
      clock.pass(1);
      expect(await answer).toMatchObject({ kind: "ok" });
    },
  );

  test("is waited for once in a call, and then left alone as long as it asked for", async () => {
    const { server, llm, clock } = await aModel();
    server.play(tooFast({ "retry-after": "1" }), tooFast({ "retry-after": "1" }), blue);
    const answer = llm.complete(aColour);
    await waiting(clock);
    clock.pass(1_000);
    expect(await answer).toEqual({ kind: "unavailable", reason: "rate-limited" });
    expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "rate-limited" });
    expect(server.requests).toHaveLength(2);
    clock.pass(1_000);
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok" });
  });

  test("for two minutes is not waited for, and asked again after one", async () => {
    const { server, llm, clock } = await aModel();
    server.play(tooFast({ "retry-after": "120" }), blue);
    expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "rate-limited" });
    clock.pass(59_999);
    expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "rate-limited" });
    expect(server.requests).toHaveLength(1);
    clock.pass(1);
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok" });
  });

  test("because no money is left is an error in the log, and not asked again at once", async () => {
    const { server, llm, lines } = await aModel();
    server.play({ kind: "status", status: 429, code: "insufficient_quota" });
    expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "quota" });
    expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "quota" });
    expect(server.requests).toHaveLength(1);
    expect(lines.map(({ sentence }) => sentence)).toEqual(["the language model cannot be used as configured"]);
  });

  test("that ends while the caller has gone is not asked again", async () => {
    const { server, llm, clock } = await aModel();
    server.play(tooFast({ "retry-after": "1" }));
    const caller = new AbortController();
    const answer = llm.complete({ ...aColour, signal: caller.signal });
    await waiting(clock);
    caller.abort();
    expect(await answer).toEqual({ kind: "unavailable", reason: "aborted" });
    expect(clock.set()).toBe(0);
  });
});

describe("the breaker", () => {
  test("opens after five failures, lets one call try after a while, and closes when that succeeds", async () => {
    const { server, llm, clock, shown } = await aModel();
    const down = { kind: "status", status: 500 } as const;
    server.play(down, down, down, down, down);
    for (let call = 0; call < 5; call++) await llm.complete(aColour);
    expect(await shown("parley_breaker_state")).toEqual(['parley_breaker_state{dependency="llm"} 2']);
    expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "breaker-open" });
    expect(server.requests).toHaveLength(5);
    clock.pass(15_000);
    server.play(blue, blue);
    const [first, second] = await Promise.all([llm.complete(aColour), llm.complete(aColour)]);
    expect([first.kind, second]).toEqual(["ok", { kind: "unavailable", reason: "breaker-open" }]);
    expect(await shown("parley_breaker_state")).toEqual(['parley_breaker_state{dependency="llm"} 0']);
  });

  test("does not count answers that do not fit, refusals, or what is too fast", async () => {
    const { server, llm, clock } = await aModel();
    for (let call = 0; call < 8; call++) {
      server.play({ kind: "refusal" }, { kind: "status", status: 400 }, tooFast({ "retry-after": "60" }));
      await llm.complete(aColour);
      await llm.complete(aColour);
      await llm.complete(aColour);
      clock.pass(60_000);
    }
    server.play(blue);
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok" });
  });
});

describe("the budget", () => {
  test("of a chat's hour holds for calls side by side, for that chat only, and ends with the hour", async () => {
    const { server, llm, clock } = await aModel({ limits: { tokensPerChatHour: 650 } });
    const usage = { input: 400, output: 100 };
    server.play({ ...blue, usage }, { ...blue, usage }, blue);
    const both = await Promise.all([llm.complete(aColour), llm.complete(aColour), llm.complete(aColour)]);
    const refused = both.filter(({ kind }) => kind === "over-budget");
    expect(refused[0]).toEqual({ kind: "over-budget", reason: "chat-hour-tokens" });
    const spent = server.requests.length;
    expect(await llm.complete({ ...aColour, chat: "another" })).toMatchObject({ kind: "ok" });
    expect(await llm.complete(aColour)).toMatchObject({ kind: "over-budget" });
    clock.pass(30 * 60_000);
    server.play(blue);
    expect(await llm.complete(aColour)).toMatchObject({ kind: "ok" });
    expect(server.requests).toHaveLength(spent + 2);
  });

  test("gives back what a refused request did not take, and keeps what a lost one may have taken", async () => {
    const { server, llm } = await aModel({ limits: { tokensPerDay: 400 } });
    const down = { kind: "status", status: 500 } as const;
    server.play(down, down, down, { kind: "reset" });
    for (let call = 0; call < 3; call++) expect(await llm.complete(aColour)).toMatchObject({ reason: "server-error" });
    expect(await llm.complete(aColour)).toMatchObject({ reason: "network" });
    expect(await llm.complete(aColour)).toEqual({ kind: "over-budget", reason: "day-tokens" });
  });

  test("that does not allow asking again leaves the first answer's fault", async () => {
    const { server, llm } = await aModel({ limits: { tokensPerDay: 500 } });
    server.play({ kind: "text", text: "blue", usage: { input: 300, output: 50 } }, blue);
    expect(await llm.complete(aColour)).toEqual({ kind: "invalid", reason: "not-json" });
    expect(server.requests).toHaveLength(1);
  });
});

test("calls beyond those at a time wait their turn, and those beyond the queue are turned away", async () => {
  const { server, llm } = await aModel({ settings: { concurrent: 1, waiting: 1 } });
  let go = () => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  server.play({ kind: "slow", until, next: blue }, blue);
  const first = llm.complete(aColour);
  const second = llm.complete(aColour);
  expect(await llm.complete(aColour)).toEqual({ kind: "unavailable", reason: "queue-full" });
  await server.received(1);
  go();
  expect([(await first).kind, (await second).kind]).toEqual(["ok", "ok"]);
});

test("a call whose time is over while it waits never reaches the server", async () => {
  const { server, llm, clock } = await aModel({ settings: { concurrent: 1 } });
  server.play({ kind: "hang" });
  const both = [llm.complete(aColour), llm.complete(aColour)];
  await server.received(1);
  clock.pass(8_000);
  expect(await Promise.all(both)).toEqual([
    { kind: "timeout", reason: "deadline" },
    { kind: "timeout", reason: "deadline" },
  ]);
  expect(server.requests).toHaveLength(1);
});
