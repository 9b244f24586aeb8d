import { createNames, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { connectNats } from "@parley/jetstream/connection";
import { createPublisher } from "@parley/jetstream/publisher";
import { ensureTopology } from "@parley/jetstream/topology";
import { systemTimers, type Timers } from "@parley/llm/timers";
import { startNats } from "@parley/testkit/nats";
import { expect, onTestFinished, test } from "vitest";
import { chatLanguage, clearLanguage } from "./chat-language.ts";

const names = createNames("parley");
const partitions = 4;
const log = { debug() {}, info() {}, warn() {}, error() {} };
const chat = "9~34600111222";

async function anInstallation({
  services = ["intel"],
  timers = systemTimers,
}: {
  services?: string[];
  timers?: Timers;
}) {
  const nats = await startNats();
  const nc = await connectNats({ servers: nats.url, name: "test" }, log);
  onTestFinished(() => nc.close());
  await ensureTopology(nc, { names, services, partitions });
  const subject = kvSubject(names.stateBucket("intel"), pageKey(partitionOf(chat, partitions), chat));
  return {
    languageOf: chatLanguage({ nc, names, partitions, timers }),
    understood: (language: Record<string, number>) =>
      createPublisher(nc).publish(subject, JSON.stringify({ n: 1, stateVersion: 2, state: { language, handled: 3 } })),
  };
}

test("a chat's language is what intel's page says, and is known for a minute", async () => {
  let now = 0;
  const { languageOf, understood } = await anInstallation({ timers: { ...systemTimers, now: () => now } });
  expect(await languageOf(chat)).toBeUndefined();
  await understood({ es: 11.5, en: 2 });
  expect(await languageOf(chat)).toBe("es");
  await understood({ en: 9 });
  expect(await languageOf(chat)).toBe("es");
  now = 60_001;
  expect(await languageOf(chat)).toBe("en");
});

test("a note does not wait for a hint that does not come", async () => {
  const atOnce = (_: number, run: () => void) => {
    run();
    return () => {};
  };
  const { languageOf, understood } = await anInstallation({ timers: { now: () => 0, after: atOnce } });
  await understood({ es: 11.5 });
  expect(await languageOf(chat)).toBeUndefined();
});

test("without intel's bucket there is no hint, and no failure", async () => {
  const { languageOf } = await anInstallation({ services: [] });
  expect(await languageOf(chat)).toBeUndefined();
});

test.each([
  ["a chat that mixes languages", { n: 1, state: { language: { es: 4, en: 3 } } }],
  ["a chat without texts", { n: 1, state: { language: {} } }],
  ["a page of another form", { n: 1, state: { language: "es" } }],
])("%s gives no hint", (_, page) => {
  expect(clearLanguage(JSON.stringify(page))).toBeUndefined();
});

test("a chat that was forgotten gives no hint", () => {
  expect(clearLanguage("")).toBeUndefined();
});
