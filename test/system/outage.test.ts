import { setTimeout as sleep } from "node:timers/promises";
import { openNats } from "@parley/testkit/temporary-nats";
import { textReceived } from "@parley/testkit/whatsapp-payloads";
import { expect, onTestFinished, test } from "vitest";
import { eventually, type Installation, openInstallation } from "./installation.ts";

async function ownInstallation(): Promise<Installation> {
  const nats = await openNats();
  const parley = await openInstallation({ nats });
  onTestFinished(async () => {
    await parley.stop();
    await nats.stop();
  });
  return parley;
}

test("without NATS a webhook is answered 503, and Meta's retry of it is stored and answered once", async () => {
  const parley = await ownInstallation();
  const ana = parley.customer("5215500000501");
  await ana.says("hola");
  await ana.replies(1);
  await parley.nats.kill();
  const body = JSON.stringify(textReceived({ from: ana.from, id: "wamid.RETRIED", atMs: Date.now() }, "horario"));
  await eventually(() => parley.webhook(body)).toBe(503);
  expect(await parley.request("/livez")).toMatchObject({ status: 200 });
  expect(await parley.request("/readyz")).toMatchObject({ status: 200 });
  await parley.nats.restart();
  await eventually(() => parley.webhook(body)).toBe(200);
  expect(await parley.webhook(body)).toBe(200);
  expect(await parley.ended("wamid.RETRIED")).toMatchObject({ turn: 2, status: "done" });
  await parley.ended(await ana.says("gracias"));
  expect((await ana.timeline()).map(({ turn }) => turn)).toEqual([1, 2, 3]);
  expect(ana.got()).toHaveLength(3);
});

test("when nats-server is killed and started under traffic, nothing is lost, doubled or out of order", async () => {
  const parley = await ownInstallation();
  const traffic = converse(parley, 6);
  for (let kill = 0; kill < 2; kill++) {
    await traffic.saidMore(30);
    await parley.nats.kill();
    await parley.nats.restart();
  }
  await traffic.saidMore(30);
  await traffic.endsWell();
});

test.each(["session", "intel", "delivery"] as const)(
  "when %s is stopped and started while messages arrive, nothing is lost, doubled or out of order",
  async (service) => {
    const parley = await ownInstallation();
    const traffic = converse(parley, 4);
    await traffic.saidMore(10);
    await parley.stopService(service);
    await traffic.saidMore(20);
    await parley.startService(service);
    await traffic.saidMore(10);
    await traffic.endsWell();
  },
);

test("when the gateway is stopped and started, messages wait at WhatsApp and come then", async () => {
  const parley = await ownInstallation();
  const traffic = converse(parley, 4);
  await traffic.saidMore(10);
  await parley.restartGateway();
  await traffic.saidMore(10);
  await traffic.endsWell();
});

/** Customers who keep writing, each her next message when the one before is stored. */
function converse(parley: Installation, count: number) {
  let stopping = false;
  let said = 0;
  const customers = Array.from({ length: count }, (_, at) => {
    const ana = parley.customer(`52155000006${10 + at}`);
    const ids: string[] = [];
    const talking = (async () => {
      while (!stopping) {
        ids.push(await ana.says(ids.length % 2 === 0 ? "¿a qué hora abren?" : "¿dónde están?"));
        said += 1;
        // A customer's pace, not a wait for something: without it the outage would be all there is to see.
        await sleep(10);
      }
    })();
    return { ana, ids, talking };
  });
  return {
    /** Waits for so many more messages of all customers together. */
    saidMore: async (more: number) => {
      const wanted = said + more;
      await eventually(() => said).toBeGreaterThanOrEqual(wanted);
    },
    /** Ends the traffic: every message is one turn, in order, and one reply, in that order. */
    endsWell: async () => {
      stopping = true;
      for (const { ana, ids, talking } of customers) {
        await talking;
        await ana.replies(ids.length);
        await eventually(async () =>
          (await ana.timeline()).map(({ messageId, status }) => `${messageId} ${status}`),
        ).toEqual(ids.map((id) => `${id} done`));
        const turns = await ana.timeline();
        expect(turns.map(({ turn }) => turn)).toEqual(ids.map((_, at) => at + 1));
        const planned = turns.flatMap(({ processing }) => processing.delivery?.replies.map(({ body }) => body) ?? []);
        expect(ana.got()).toEqual(planned);
      }
      expect(parley.whatsapp.stats.duplicateEffects).toBe(0);
      expect((await parley.api("/api/dead-letters")).items).toEqual([]);
    },
  };
}
