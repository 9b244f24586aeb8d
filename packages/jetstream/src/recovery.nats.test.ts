import { defineActor } from "@parley/actor/actor";
import { type Out, send, setTimer, store } from "@parley/actor/out";
import { defineState } from "@parley/actor/state";
import { TransientError } from "@parley/contract/errors";
import type { Message } from "@parley/contract/message";
import { partitionOf } from "@parley/contract/partition";
import { openNats, type TemporaryNats } from "@parley/testkit/temporary-nats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { getLast } from "./direct-get.ts";
import { startLab } from "./lab.ts";
import { openPages } from "./pages.ts";
import { takeOver } from "./recovery.ts";

type Count = Message & { n: number };
type Seen = { seen: number[] };
const seenState = defineState<Seen>({
  version: 1,
  schema: z.object({ seen: z.array(z.number()) }),
  initial: () => ({ seen: [] }),
});
const count = (n: number): Count => ({ type: "count", v: 1, n });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

const collector = (receive?: (message: Count) => Promise<void> | Out[] | undefined) =>
  defineActor<Seen, Count>({
    service: "one",
    name: "collector",
    state: seenState,
    receives: ["count", "other"],
    receive: (state, message) => {
      const next = { seen: [...state.seen, message.n] };
      const answer = receive?.(message);
      if (answer instanceof Promise) return answer.then(() => ({ state: next, outs: [] }));
      return { state: next, outs: answer ?? [] };
    },
  });

let nats: TemporaryNats;
beforeAll(async () => {
  nats = await openNats();
});
afterAll(() => nats.stop());

test("a message that ends every owner that takes it becomes a dead letter, and its chat goes on", async () => {
  const lab = await startLab(nats, ["one"]);
  for (const n of upTo(3)) await lab.send("one", "a~1", count(n));
  let deaths = 0;
  for (let done = false; !done; ) {
    const owner = await lab.replica();
    const died = new Promise<"died">((resolve) => {
      void owner.run(
        "one",
        collector((message) => {
          if (message.n !== 2) return undefined;
          deaths++;
          // Never commits: the process is gone.
          return owner.die().then(() => {
            resolve("died");
            return new Promise<void>(() => undefined);
          });
        }),
      );
    });
    const finished = expect.poll(() => lab.state("one", "a~1"), { timeout: 20_000 }).toEqual({ seen: [1, 3] });
    done = (await Promise.race([died, finished.then(() => "finished" as const)])) === "finished";
    if (!done) void finished.catch(() => undefined);
    expect(deaths).toBeLessThanOrEqual(4);
  }
  expect(deaths).toBeGreaterThanOrEqual(2);
}, 60_000);

test("an owner that was cut off and comes back cannot commit any more", async () => {
  const lab = await startLab(nats, ["one"]);
  const owner = await lab.replica();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let waiting = 0;
  await owner.run(
    "one",
    collector((message) => {
      if (message.n !== 2) return undefined;
      waiting++;
      return held;
    }),
  );
  for (const n of upTo(3)) await lab.send("one", "a~1", count(n));
  await expect.poll(() => waiting, { timeout: 5_000 }).toBe(1);
  // Another owner opens the partition without asking: as after a pause of the first.
  const partition = partitionOf("a~1", lab.partitions);
  const pages = openPages(lab.runtime.nc, lab.runtime.publisher, lab.runtime.names, "one");
  await takeOver({ ...lab.runtime, service: "one", pages, sources: new Map() }, "somebody-else-1", [partition]);
  release();
  // The first owner is refused, reads back what is committed and handles 2 and 3 once.
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 10_000 }).toEqual({ seen: [1, 2, 3] });
});

test("messages to another key arrive once each, in order, also when the sender dies", async () => {
  const lab = await startLab(nats, ["one", "sheet"]);
  const sheet = { ...collector(), service: "sheet" };
  await lab.run("sheet", sheet);
  const forward = () =>
    collector((message) => [send("sheet", { type: "other", v: 1, ...{ n: message.n } }, "all~rows")]);
  const first = await lab.replica();
  await first.run("one", forward());
  for (const n of upTo(60)) {
    await lab.send("one", "a~1", count(n));
    if (n === 30) await first.die();
    if (n === 31) await (await lab.replica()).run("one", forward());
  }
  await expect.poll(() => lab.state("sheet", "all~rows"), { timeout: 15_000 }).toEqual({ seen: upTo(60) });
});

test("a timer fires once after its time, and not when it was replaced", async () => {
  const lab = await startLab(nats, ["one"]);
  await lab.run(
    "one",
    collector((message) => {
      if (message.n === 1) return [setTimer("remind", Date.now() + 300, count(100))];
      if (message.n === 2) return [setTimer("remind", Date.now() + 400, count(200))];
      return undefined;
    }),
  );
  await lab.send("one", "a~1", count(1));
  await lab.send("one", "a~1", count(2));
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 10_000 }).toEqual({ seen: [1, 2, 200] });
});

test("a chat whose dependency stays away is parked, others go on, and it continues in order when it is back", async () => {
  const lab = await startLab(nats, ["one"]);
  let broken = true;
  await lab.run(
    "one",
    collector((message) => {
      if (broken && message.n === 2) throw new TransientError("dependency.unavailable", "away");
      return undefined;
    }),
    [],
    { retry: { maxAttempts: 2, backoffMs: () => 1 } },
  );
  for (const n of upTo(5)) await lab.send("one", "a~1", count(n));
  await lab.send("one", "b~2", count(1));
  await expect.poll(() => lab.state("one", "b~2"), { timeout: 5_000 }).toEqual({ seen: [1] });
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 5_000 }).toEqual({ seen: [1] });
  broken = false;
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 20_000 }).toEqual({ seen: [1, 2, 3, 4, 5] });
}, 40_000);

test("a stored value ends with the newest, whoever wrote it", async () => {
  const lab = await startLab(nats, ["one"]);
  await lab.run(
    "one",
    collector((message) => [store("timeline", "a~1.7", { n: message.n })]),
  );
  for (const n of upTo(50)) void lab.send("one", "a~1", count(n));
  const subject = lab.runtime.names.timeline(partitionOf("a~1", lab.partitions), "a~1", 7);
  const stored = async () => {
    const found = await getLast(lab.runtime.nc, lab.runtime.names.timelineStream, subject);
    return found && JSON.parse(Buffer.from(found.data).toString());
  };
  await expect.poll(stored, { timeout: 10_000 }).toEqual({ n: 50 });
});

test("a chat that is slow and full of messages does not hold chats of other partitions", async () => {
  const lab = await startLab(nats, ["one"]);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await lab.run(
    "one",
    collector((message) => (message.n === -1 ? held : undefined)),
    [],
    { limits: { window: 20 } },
  );
  const slow = "a~1";
  const partition = partitionOf(slow, lab.partitions);
  const other = upTo(50)
    .map((i) => `b~${i}`)
    .find((chat) => partitionOf(chat, lab.partitions) !== partition);
  await lab.send("one", slow, count(-1));
  for (const n of upTo(100)) await lab.send("one", slow, count(n));
  await lab.send("one", other ?? "", count(1));
  await expect.poll(() => lab.state("one", other ?? ""), { timeout: 10_000 }).toEqual({ seen: [1] });
  release();
  await expect.poll(() => lab.state("one", slow), { timeout: 10_000 }).toEqual({ seen: [-1, ...upTo(100)] });
});

test("a message that waits for its next attempt while the partition is handed over is done once, by the next owner", async () => {
  const lab = await startLab(nats, ["one"]);
  const forever = { maxAttempts: 1_000, backoffMs: () => 1 };
  let failing = true;
  let tried = 0;
  const actor = collector((message) => {
    if (message.n !== 2) return undefined;
    tried++;
    if (failing) throw new TransientError("dependency.unavailable", "not now");
    return undefined;
  });
  const first = await lab.replica();
  const leaving = await first.run("one", actor, [], { retry: forever });
  for (const n of upTo(3)) await lab.send("one", "a~1", count(n));
  await expect.poll(() => tried, { timeout: 5_000 }).toBeGreaterThan(5);
  const left = leaving.stop(5_000);
  failing = false;
  await left;
  await lab.run("one", actor);
  await expect.poll(() => lab.state("one", "a~1"), { timeout: 10_000 }).toEqual({ seen: [1, 2, 3] });
});
