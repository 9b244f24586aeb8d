import { defineActor } from "@parley/actor/actor";
import { dropTimers, type Out, remove, removeAll, setTimer, store } from "@parley/actor/out";
import { defineState } from "@parley/actor/state";
import { TransientError } from "@parley/contract/errors";
import { providerIdHash } from "@parley/contract/ids";
import { kvStream, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { openNats, type TemporaryNats } from "@parley/testkit/temporary-nats";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { getLast } from "./direct-get.ts";
import { startLab } from "./lab.ts";
import { openPages } from "./pages.ts";
import { subjectsOf } from "./stream-info.ts";

const State = z.object({ said: z.array(z.string()), goneAtMs: z.number().optional() });
type State = z.infer<typeof State>;
type Says = { type: "says" | "forget"; v: 1; text: string };
const chat = "a~1";

const says = (text: string): Says => ({ type: "says", v: 1, text });
const forget = (text = ""): Says => ({ type: "forget", v: 1, text });

/** Remembers what is said; what it has said is forgotten `keptMs` later for good. */
function memory(outsOf: (message: Says) => Out[] = () => [], keptMs = 60_000) {
  return defineActor<State, Says>({
    service: "one",
    name: "memory",
    state: defineState<State>({
      version: 1,
      schema: State,
      initial: () => ({ said: [] }),
      keptUntilMs: ({ goneAtMs }) => goneAtMs,
    }),
    receives: ["says", "forget"],
    endsParking: ["forget"],
    receive: (state, message, context) => {
      const outs = outsOf(message);
      if (message.type === "forget") return { state: { said: [], goneAtMs: context.now + keptMs }, outs };
      return { state: { said: [...state.said, message.text] }, outs };
    },
  });
}

let nats: TemporaryNats;
beforeAll(async () => {
  nats = await openNats();
});
afterAll(() => nats.stop());

type Lab = Awaited<ReturnType<typeof startLab>>;
const pagesOf = ({ runtime }: Lab) => openPages(runtime.nc, runtime.publisher, runtime.names, "one");
const pageOf = (lab: Lab) => pagesOf(lab).read(partitionOf(chat, lab.partitions), chat);
const storedPage = ({ runtime, partitions }: Lab) => {
  const bucket = runtime.names.stateBucket("one");
  return getLast(runtime.nc, kvStream(bucket), kvSubject(bucket, pageKey(partitionOf(chat, partitions), chat)));
};

test("a page that is kept until a time is removed by the server then, and its actor begins anew", async () => {
  const lab = await startLab(nats, ["one"]);
  const service = await lab.run("one", memory(undefined, 2_000));
  await lab.send("one", chat, says("a"));
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toEqual({ said: ["a"] });
  await lab.send("one", chat, forget());
  await expect
    .poll(() => lab.state("one", chat), { timeout: 5_000 })
    .toMatchObject({ said: [], goneAtMs: expect.any(Number) });
  await expect.poll(() => storedPage(lab), { timeout: 10_000 }).toBeUndefined();
  // In memory it is still there, over a page that is gone; then it is read again.
  await lab.send("one", chat, says("b"));
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toEqual({ said: ["b"] });
  await lab.send("one", chat, forget());
  await service.stop();
  await expect.poll(() => storedPage(lab), { timeout: 10_000 }).toBeUndefined();
  await lab.run("one", memory());
  await lab.send("one", chat, says("c"));
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toEqual({ said: ["c"] });
  expect((await pageOf(lab))?.snapshot.n).toBe(1);
});

test("a forgotten actor that hears something new is kept for ever again", async () => {
  const lab = await startLab(nats, ["one"]);
  await lab.run("one", memory());
  await lab.send("one", chat, forget());
  await expect
    .poll(async () => (await storedPage(lab))?.headers?.get("Nats-TTL"), { timeout: 5_000 })
    .toMatch(/^\d+s$/);
  await lab.send("one", chat, says("b"));
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toEqual({ said: ["b"] });
  expect((await storedPage(lab))?.headers?.get("Nats-TTL")).toBe("");
});

test("a page that an owner writes late, after another one has forgotten the chat, is refused", async () => {
  const lab = await startLab(nats, ["one"]);
  const service = await lab.run("one", memory());
  await lab.send("one", chat, says("secret"));
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toEqual({ said: ["secret"] });
  const late = await pageOf(lab);
  if (late === undefined) throw new Error("no page");
  await lab.send("one", chat, forget());
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toMatchObject({ said: [] });
  await service.stop();
  const { snapshot, seq: knownSeq } = late;
  const partition = partitionOf(chat, lab.partitions);
  const outcomes = await pagesOf(lab).write(partition, [{ key: chat, snapshot, knownSeq }]);
  expect(outcomes).toEqual([{ kind: "newer", version: snapshot.n + 1 }]);
  expect((await pageOf(lab))?.snapshot.state).toMatchObject({ said: [] });
});

const story = (of: string, n: number) =>
  store("timeline", `${of}.${n}`, { messageId: `wamid.${of}.${n}`, text: "secret" });
const indexed = (of: string, n: number) => store("turn-index", providerIdHash(`wamid.${of}.${n}`), { chat: of });

/** A hundred turns, of which the last was never stored when it is forgotten; then a turn of the chat's next life. */
const historian = () =>
  memory(({ type, text }) => {
    if (text === "b~2") return [story("b~2", 1), indexed("b~2", 1)];
    if (text === "later") return [story(chat, 102), store("messages", `${chat}.2`, { text })];
    if (type === "forget") return [remove("timeline", `${chat}.101`), removeAll("timeline", chat)];
    const turns = Array.from({ length: 100 }, (_, i) => i + 1);
    return [...turns.flatMap((n) => [story(chat, n), indexed(chat, n)]), store("messages", `${chat}.1`, { text })];
  });

async function timelineOf({ runtime: { nc, names } }: Lab) {
  const filled: string[] = [];
  let removed = 0;
  for (const subject of (await subjectsOf(nc, names.timelineStream, `${names.prefix}.>`)).keys()) {
    const stored = await getLast(nc, names.timelineStream, subject);
    if (stored !== undefined && stored.data.length > 0) filled.push(subject.slice(names.prefix.length + 1));
    else removed++;
  }
  return { filled: filled.sort(), removed };
}

function expectedOf(lab: Lab) {
  const [own, other] = [chat, "b~2"].map((of) => `timeline.0${partitionOf(of, lab.partitions)}.${of}`);
  const index = `turn-index.${providerIdHash("wamid.b~2.1")}`;
  return [`${own}.102`, `${own}.messages.2`, `${other}.1`, index].sort();
}

test("all that was stored of a chat goes, with its turns' index entries; other chats and later values stay", async () => {
  const lab = await startLab(nats, ["one"]);
  await lab.run("one", historian());
  // Without a pause: what is still being written must be gone, too.
  await Promise.all([
    ...[says("b~2"), says("secret"), forget(), says("later")].map((message) => lab.send("one", chat, message)),
  ]);
  await expect.poll(async () => (await timelineOf(lab)).filled, { timeout: 15_000 }).toEqual(expectedOf(lab));
});

test.each([
  ["before it has heard of it", 0],
  ["in the middle of it", 1],
  ["at its end", 202],
])("an owner that dies %s leaves the forgetting to the next one", async (_when, removed) => {
  const lab = await startLab(nats, ["one"]);
  const first = await lab.replica();
  await first.run("one", historian());
  await lab.send("one", chat, says("b~2"));
  await lab.send("one", chat, says("secret"));
  await expect.poll(async () => (await timelineOf(lab)).filled.length, { timeout: 10_000 }).toBe(203);
  await lab.send("one", chat, forget());
  await expect
    .poll(async () => (await timelineOf(lab)).removed, { timeout: 10_000, interval: 1 })
    .toBeGreaterThanOrEqual(removed);
  await first.die();
  await lab.send("one", chat, says("later"));
  await lab.run("one", historian());
  await expect.poll(async () => (await timelineOf(lab)).filled, { timeout: 20_000 }).toEqual(expectedOf(lab));
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toEqual({ said: ["later"] });
});

test("an owner that writes a removed value late does not bring it back", async () => {
  const lab = await startLab(nats, ["one"]);
  const { nc, names, stores } = lab.runtime;
  const put = (version: number, value: unknown) =>
    new Promise<void>((written, failed) =>
      stores.put({ collection: "timeline", id: `${chat}.1` }, () => value, { version, written, failed }),
    );
  await put(10, { text: "secret" });
  await new Promise<void>((written, failed) =>
    stores.removeAll({ collection: "timeline", id: `${chat}.*` }, { version: 12, written, failed }),
  );
  const frozen = (await lab.replica()).runtime.stores;
  await new Promise<void>((written, failed) =>
    frozen.put({ collection: "timeline", id: `${chat}.1` }, () => ({ text: "secret" }), {
      version: 11,
      written,
      failed,
    }),
  );
  const subject = names.timeline(partitionOf(chat, lab.partitions), chat, 1);
  expect((await getLast(nc, names.timelineStream, subject))?.data).toHaveLength(0);
});

test("the timers of a forgotten actor do not fire, and hold nothing of what they would have said", async () => {
  const lab = await startLab(nats, ["one"]);
  const { nc, names } = lab.runtime;
  await lab.run(
    "one",
    memory(({ type, text }) => {
      if (type === "forget") return [dropTimers()];
      return text === "later" ? [setTimer("remind", Date.now() + 3_600_000, says("secret"))] : [];
    }),
  );
  const scheduled = async () => (await subjectsOf(nc, names.inboxStream("one"), names.schedule("one", ">"))).size;
  await lab.send("one", chat, says("later"));
  await expect.poll(scheduled, { timeout: 5_000 }).toBe(1);
  await lab.send("one", chat, forget());
  await expect.poll(scheduled, { timeout: 5_000 }).toBe(0);
});

test("a parked chat is forgotten at once: what waits becomes dead letters, and what comes after is handled", async () => {
  const lab = await startLab(nats, ["one", "letters"]);
  const letters: string[] = [];
  const Letter = z.object({ letter: z.object({ payload: z.object({ text: z.string() }) }) });
  const keeper = defineActor<State, Says>({
    ...memory(),
    service: "letters",
    receives: [],
    receive: (state) => ({ state, outs: [] }),
  });
  await lab.run(
    "letters",
    {
      ...keeper,
      receives: ["message.dead-lettered"],
      receive: (state: State, message: unknown) => {
        letters.push(Letter.parse(message).letter.payload.text);
        return { state, outs: [] };
      },
    },
    ["one"],
  );
  const away = memory(({ text }) => {
    if (text.startsWith("stuck")) throw new TransientError("dependency.unavailable", "away");
    return [];
  });
  const options = { retry: { maxAttempts: 2, backoffMs: () => 1 }, deadLettersTo: "letters", readBy: ["letters"] };
  const service = await lab.run("one", away, [], options);
  onTestFinished(() => service.stop(1));
  for (const text of ["stuck 1", "stuck 2"]) await lab.send("one", chat, says(text));
  await expect.poll(async () => (await pageOf(lab))?.snapshot.parked?.queue.length, { timeout: 5_000 }).toBe(2);
  await lab.send("one", chat, forget());
  await lab.send("one", chat, says("new"));
  await expect.poll(() => lab.state("one", chat), { timeout: 5_000 }).toEqual({ said: ["new"] });
  expect((await pageOf(lab))?.snapshot).toMatchObject({ timers: {} });
  expect((await pageOf(lab))?.snapshot.parked).toBeUndefined();
  await expect.poll(() => letters, { timeout: 5_000 }).toEqual(["stuck 1", "stuck 2"]);
}, 30_000);
