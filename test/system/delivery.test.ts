import { statusesReported } from "@parley/testkit/whatsapp-payloads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GraphFront, openGraphFront } from "./graph-front.ts";
import { eventually, type Installation, openInstallation } from "./installation.ts";

const three = ["¿a qué hora abren?", "¿tienen estacionamiento?", "¿tienen wifi?"];
const answers = ["Abrimos:\nl", "No tenemos", "Sí, hay wi"];
const starts = (bodies: readonly string[]) => bodies.map((body) => body.slice(0, 10));

describe("with a WhatsApp that has troubles", () => {
  let parley: Installation;
  beforeAll(async () => {
    parley = await openInstallation();
  });
  afterAll(() => parley.stop());

  test.each([
    ["answers 500", "5215500000210", { kind: "5xx", next: 2 }],
    ["says that we send too fast (429)", "5215500000211", { kind: "429", next: 1, delayMs: 1_000 }],
    ["says that the number sends too fast (130429)", "5215500000212", { kind: "130429", next: 1 }],
    ["says that we write to this customer too fast (131056)", "5215500000213", { kind: "131056", next: 1 }],
    ["cuts the connection before it took the reply", "5215500000214", { kind: "reset-before-accept", next: 1 }],
    ["cuts the connection after it took the reply", "5215500000215", { kind: "reset-after-accept", next: 1 }],
    ["takes a second for its answer", "5215500000216", { kind: "slow", next: 1, delayMs: 1_000 }],
  ] as const)("when it %s, each reply arrives once and in order", async (_, from, fault) => {
    const ana = parley.customer(from);
    parley.whatsapp.addFault(fault);
    const ids: string[] = [];
    for (const text of three) ids.push(await ana.says(text));
    expect(starts(await ana.replies(3))).toEqual(answers);
    for (const id of ids) {
      await eventually(async () => (await parley.turn(id))?.processing.delivery?.replies[0]?.status).toBe("read");
    }
    expect(starts(ana.got())).toEqual(answers);
    expect(parley.whatsapp.stats.duplicateEffects).toBe(0);
  });

  test("a customer WhatsApp is slow for does not hold up another", async () => {
    const slow = parley.customer("5215500000240");
    const quick = parley.customer("5215500000241");
    const faultsBefore = parley.whatsapp.stats.faults;
    parley.whatsapp.addFault({ kind: "slow", next: 1, delayMs: 1_500 });
    const id = await slow.says("hola");
    await eventually(() => parley.whatsapp.stats.faults).toBeGreaterThan(faultsBefore);
    await quick.says("hola");
    await quick.replies(1);
    expect((await parley.turn(id))?.status).not.toBe("done");
    await slow.replies(1);
  });
});

describe("with a WhatsApp whose statuses are told by the story", () => {
  let parley: Installation;
  beforeAll(async () => {
    parley = await openInstallation({ whatsapp: { statuses: [] } });
  });
  afterAll(() => parley.stop());

  const sendHello = async (from: string) => {
    const ana = parley.customer(from);
    const id = await ana.says("hola");
    await ana.replies(1);
    const [sent] = parley.whatsapp.sentTo(from);
    if (sent === undefined) throw new Error("nothing was sent");
    await eventually(async () => (await parley.turn(id))?.status).toBe("done");
    const report = (status: "sent" | "delivered" | "read" | "failed", errors?: { code: number; title: string }[]) =>
      parley.whatsapp.deliver(
        statusesReported(sent.account, [
          { id: sent.id, status, to: from, atMs: Date.now(), ...(errors === undefined ? {} : { errors }) },
        ]),
      );
    const reply = async () => (await parley.turn(id))?.processing.delivery?.replies[0];
    return { ana, id, sent, report, reply };
  };

  test("statuses that come in the wrong order and twice end as read", async () => {
    const { ana, id, report, reply } = await sendHello("5215500000250");
    expect(await reply()).toMatchObject({ status: "sent" });
    for (const status of ["read", "delivered", "sent", "read", "sent"] as const) await report(status);
    await eventually(async () => (await reply())?.status).toBe("read");
    // A later turn is behind all statuses of this chat: they have been handled when it is done.
    await parley.ended(await ana.says("gracias"));
    expect(await reply()).toMatchObject({ status: "read" });
    expect((await parley.turn(id))?.status).toBe("done");
  });

  test("a reply that WhatsApp cannot deliver (131026) ends as failed with the reason and is not sent again", async () => {
    const { ana, report, reply } = await sendHello("5215500000251");
    await report("failed", [{ code: 131026, title: "Message undeliverable" }]);
    await eventually(reply).toMatchObject({
      status: "failed",
      error: { code: "whatsapp.recipient", message: expect.stringContaining("131026") },
    });
    await parley.ended(await ana.says("gracias"));
    expect(ana.got()).toHaveLength(2);
  });

  test("a send without an outcome is settled by its status and not repeated", async () => {
    const ana = parley.customer("5215500000252");
    parley.whatsapp.addFault({ kind: "reset-after-accept", next: 1 });
    const id = await ana.says("hola");
    await ana.replies(1);
    await eventually(async () => (await parley.turn(id))?.processing.delivery?.replies[0]?.status).toBe("unknown");
    const [sent] = parley.whatsapp.sentTo(ana.from);
    const status = { id: sent?.id ?? "", status: "delivered" as const, to: ana.from, atMs: Date.now() };
    await parley.whatsapp.deliver(
      statusesReported(parley.whatsapp.account, [{ ...status, ...(sent?.effect ? { effect: sent.effect } : {}) }]),
    );
    expect(await parley.ended(id)).toMatchObject({
      processing: { delivery: { replies: [{ status: "delivered", providerId: sent?.id }] } },
    });
    await ana.says("gracias");
    await ana.replies(2);
    expect(parley.whatsapp.stats.duplicateEffects).toBe(0);
  });
});

describe("with a WhatsApp that refuses one customer's replies", () => {
  let parley: Installation;
  let graph: GraphFront;
  beforeAll(async () => {
    graph = await openGraphFront();
    parley = await openInstallation({ graphUrl: graph.url });
    graph.passTo(parley.whatsapp.url);
  });
  afterAll(async () => {
    await parley.stop();
    graph.stop();
  });

  test.each([
    [131026, "whatsapp.recipient"],
    [131047, "whatsapp.window-closed"],
    [100, "whatsapp.rejected"],
  ])("a reply refused with %i fails with the reason, once, and the next one is sent", async (graphCode, code) => {
    const ana = parley.customer(`52155000003${graphCode}`);
    graph.refuseOnce(ana.from, graphCode);
    const refused = await ana.says("¿a qué hora abren?");
    const next = await ana.says("¿tienen estacionamiento?");
    expect(await parley.ended(refused)).toMatchObject({
      status: "done",
      processing: { delivery: { replies: [{ status: "failed", error: { code } }] } },
    });
    await parley.ended(next);
    expect(starts(ana.got())).toEqual(["No tenemos"]);
    expect(graph.refusals(ana.from)).toBe(1);
  });
});
