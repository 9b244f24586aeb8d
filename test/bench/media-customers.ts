// The customers of the media bench, a process of its own with the simulated WhatsApp: some write texts and wait for their answers,
// others send files.
import { setTimeout as sleep } from "node:timers/promises";
import { startSimulatedWhatsApp } from "@parley/testkit/simulated-whatsapp";
import { textReceived } from "@parley/testkit/whatsapp-payloads";
import { z } from "zod";
import { answerParent } from "./child.ts";
import { clock } from "./hops.ts";
import { hostileFiles, unlike } from "./media-files.ts";
import { openLedger } from "./product-ledger.ts";

const Start = z.object({
  gatewayUrl: z.url(),
  appSecret: z.string(),
  token: z.string(),
  chats: z.number(),
  folder: z.string().optional(),
});
type Start = z.infer<typeof Start>;
const Window = z.object({ seconds: z.number(), perSecond: z.number(), filesPerSecond: z.number() });
type Window = z.infer<typeof Window>;

const texts = ["¿A qué hora abren mañana?", "hola, buenas tardes", "¿tienen estacionamiento?", "can I pay by card?"];
const senders = 20;
const lookEveryMs = 5;
const answeredWithinMs = 60_000;
const phoneOf = (group: string, chat: number) => `52155${group}${String(chat).padStart(6, "0")}`;

let customers: Awaited<ReturnType<typeof openCustomers>> | undefined;

async function openCustomers({ gatewayUrl, appSecret, token, chats, folder }: Start) {
  const files = hostileFiles(folder);
  const webhookUrl = `${gatewayUrl}/webhook`;
  const whatsapp = await startSimulatedWhatsApp({ webhookUrl, appSecret, token, keepSent: 1_000_000 });
  const { account } = whatsapp;
  const ledger = openLedger(account);
  const [writing, sending] = [phoneOf("10", 0).slice(0, 7), phoneOf("20", 0).slice(0, 7)];
  let [written, sent, seen] = [0, 0, 0];

  const write = (dueAtMs: number) => {
    const from = phoneOf("10", written++ % chats);
    const turn = ledger.asked(from, dueAtMs);
    const sender = { from, id: `wamid.bench.${from}.${turn}`, account, atMs: Date.now() };
    return whatsapp.deliver(textReceived(sender, texts[written % texts.length] ?? ""));
  };
  const send = async (ids: { name: string; id: string }[]) => {
    const n = sent++;
    const file = files[n % files.length];
    if (file === undefined) return;
    const { name, kind, mimeType, bytes } = unlike(file, n);
    const from = phoneOf("20", n % senders);
    ids.push({ name, id: await whatsapp.customerSends(kind, { from, bytes, mimeType }) });
  };
  const look = (latenciesMs: number[]) => {
    const all = whatsapp.sent;
    for (; seen < all.length; seen += 1) {
      const { to = "", effect = "", at = 0 } = all[seen] ?? {};
      if (to.startsWith(sending) || !to.startsWith(writing)) continue;
      const latencyMs = ledger.answered(effect, at);
      if (latencyMs !== undefined) latenciesMs.push(latencyMs);
    }
  };
  return {
    url: whatsapp.url,
    /** A window of texts at a steady rate, and beside it files at another. */
    async window({ seconds, perSecond, filesPerSecond }: Window) {
      const latenciesMs: number[] = [];
      const ids: { name: string; id: string }[] = [];
      const posts: Promise<unknown>[] = [];
      const startedAtMs = clock();
      const turns = Math.round(seconds * perSecond);
      const fileCount = Math.round(seconds * filesPerSecond);
      for (let [t, f] = [0, 0]; t < turns || f < fileCount; await sleep(1)) {
        for (; t < turns && startedAtMs + (t * 1_000) / perSecond <= clock(); t += 1)
          posts.push(write(startedAtMs + (t * 1_000) / perSecond));
        for (; f < fileCount && startedAtMs + (f * 1_000) / filesPerSecond <= clock(); f += 1) posts.push(send(ids));
        look(latenciesMs);
      }
      await Promise.all(posts);
      for (const giveUpAt = clock() + answeredWithinMs; latenciesMs.length < turns; await sleep(lookEveryMs)) {
        look(latenciesMs);
        const [wrong] = ledger.wrong();
        if (wrong !== undefined) throw new Error(`a wrong reply: ${wrong}`);
        if (clock() > giveUpAt) throw new Error(`${latenciesMs.length} of ${turns} turns answered, then nothing`);
      }
      return { latenciesMs, files: ids };
    },
  };
}

function started() {
  if (!customers) throw new Error("the customers have not been started");
  return customers;
}

answerParent({
  async start(argument) {
    customers = await openCustomers(Start.parse(argument));
    return { whatsappUrl: customers.url };
  },
  window: (argument) => started().window(Window.parse(argument)),
});
