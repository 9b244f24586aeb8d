import { defineActor } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import { defineState } from "@parley/actor/state";
import { PermanentError, TransientError } from "@parley/contract/errors";
import type { Message } from "@parley/contract/message";
import { openNats, type TemporaryNats } from "@parley/testkit/temporary-nats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startLab } from "./lab.ts";

type Counted = { type: "count"; v: 1; n: number };
type Seen = { seen: number[] };

const seenState = defineState<Seen>({
  version: 1,
  schema: z.object({ seen: z.array(z.number()) }),
  initial: () => ({ seen: [] }),
});

/** Remembers every number and passes it on. */
const collector = (service: string, next?: string, receive?: (message: Counted) => void | Promise<void>) =>
  defineActor<Seen, Counted>({
    service,
    name: "collector",
    state: seenState,
    receives: ["count"],
    receive: (state, message) => {
      const result = { state: { seen: [...state.seen, message.n] }, outs: next ? [send(next, message)] : [] };
      const slow = receive?.(message);
      return slow !== undefined ? slow.then(() => result) : result;
    },
  });

let nats: TemporaryNats;
beforeAll(async () => {
  nats = await openNats();
});
afterAll(() => nats.stop());

const count = (n: number): Message & Counted => ({ type: "count", v: 1, n });
const seenBy = (state: object | undefined) => (state ? seenState.schema.parse(state).seen : []);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test("messages of a chat pass two services in order, once each", async () => {
  const lab = await startLab(nats, ["one", "two"]);
  await lab.run("one", collector("one", "two"));
  await lab.run("two", collector("two"), ["one"]);
  for (const n of upTo(200)) for (const chat of ["a~1", "b~2", "c~3"]) void lab.send("one", chat, count(n));
  for (const chat of ["a~1", "b~2", "c~3"]) {
    await expect.poll(() => lab.state("two", chat), { timeout: 10_000 }).toEqual({ seen: upTo(200) });
  }
});

test("a service that is stopped and started again goes on where it was", async () => {
  const lab = await startLab(nats, ["one"]);
  const first = await lab.run("one", collector("one"));
  for (const n of upTo(50)) await lab.send("one", "a~1", count(n));
  await first.stop();
  for (const n of upTo(50)) await lab.send("one", "a~1", count(50 + n));
  await lab.run("one", collector("one"));
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 10_000 }).toEqual({ seen: upTo(100) });
});

test("a second replica takes its share of the partitions while messages flow", async () => {
  const lab = await startLab(nats, ["one"]);
  const first = await lab.run("one", collector("one"));
  await expect.poll(() => first.status().partitions.length, { timeout: 5_000 }).toBe(lab.partitions);
  const chats = upTo(20).map((i) => `a~${i}`);
  for (const n of upTo(100)) for (const chat of chats) void lab.send("one", chat, count(n));
  const second = await (await lab.replica()).run("one", collector("one"));
  await expect.poll(() => second.status().partitions.length, { timeout: 5_000 }).toBe(lab.partitions / 2);
  for (const chat of chats) await lab.send("one", chat, count(101));
  for (const chat of chats) {
    await expect.poll(() => lab.state("one", chat), { timeout: 10_000 }).toEqual({ seen: upTo(101) });
  }
});

test("a message that fails for a while is tried again while other chats go on", async () => {
  const lab = await startLab(nats, ["one"]);
  let failures = 3;
  await lab.run(
    "one",
    collector("one", undefined, (message) => {
      if (message.n === 2 && failures-- > 0) throw new TransientError("dependency.unavailable", "not now");
    }),
  );
  for (const n of upTo(3)) await lab.send("one", "a~1", count(n));
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 10_000 }).toEqual({ seen: [1, 2, 3] });
});

test("a message that cannot succeed becomes a dead letter and the chat goes on", async () => {
  const lab = await startLab(nats, ["one", "letters"]);
  await lab.run(
    "one",
    collector("one", undefined, (message) => {
      if (message.n === 2) throw new PermanentError("message.malformed", "cannot be read");
    }),
    [],
    { deadLettersTo: "letters" },
  );
  const letters: unknown[] = [];
  const keeper = defineActor<Seen, Message>({
    service: "letters",
    name: "keeper",
    state: seenState,
    receives: ["message.dead-lettered"],
    receive: (state, message) => {
      letters.push(message);
      return { state, outs: [] };
    },
  });
  await lab.run("letters", keeper, ["one"]);
  for (const n of upTo(3)) await lab.send("one", "a~1", count(n));
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 10_000 }).toEqual({ seen: [1, 3] });
  await expect
    .poll(() => letters, { timeout: 5_000 })
    .toMatchObject([
      { letter: { service: "one", key: "a~1", code: "message.malformed", payload: count(2), attempts: 1 } },
    ]);
});

test("a killed nats-server loses nothing that was acknowledged", async () => {
  const lab = await startLab(nats, ["one", "two"]);
  await lab.run("one", collector("one", "two"));
  await lab.run("two", collector("two"), ["one"]);
  const chats = upTo(10).map((i) => `a~${i}`);
  for (const n of upTo(40)) {
    // A customer's messages come again until they are taken.
    for (const chat of chats) await lab.sendUntilStored("one", chat, count(n));
    if (n === 20) {
      await nats.kill();
      await nats.restart();
    }
  }
  for (const chat of chats) {
    await expect
      .poll(async () => new Set(seenBy(await lab.state("two", chat))), { timeout: 15_000 })
      .toEqual(new Set(upTo(40)));
  }
});
