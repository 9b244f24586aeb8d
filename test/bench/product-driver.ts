// The customers: they post signed webhooks as Meta does, and read at the simulated WhatsApp, a process of ours, what they were answered.
import { setTimeout as sleep } from "node:timers/promises";
import { textReceived } from "@parley/testkit/whatsapp-payloads";
import { openHttpExchange } from "@parley/whatsapp/http-exchange";
import { signBody } from "@parley/whatsapp/signature";
import { z } from "zod";
import { answerParent, startChild } from "./child.ts";
import { clock } from "./hops.ts";
import { Accepted, openLedger } from "./product-ledger.ts";

const Start = z.object({ gatewayUrl: z.url(), appSecret: z.string(), token: z.string(), chats: z.number() });
type Start = z.infer<typeof Start>;
/** One of the two: so many turns without a reply at a time, or so many turns a second whatever comes back. */
const Load = z.object({ turns: z.number(), outstanding: z.number().optional(), perSecond: z.number().optional() });
type Load = z.infer<typeof Load>;
const WhatsApp = z.object({ url: z.url(), account: z.string() });
const Stats = z.looseObject({ accepted: z.number(), duplicateEffects: z.number(), rejected: z.number() });

const texts = [
  "hola, buenas tardes",
  "¿A qué hora abren mañana?",
  "¿tienen estacionamiento?",
  "¿Cuánto cuesta el envío a la Condesa?",
  "quiero hacer un pedido de conchas",
  "muchas gracias",
  "hi, what time do you close today?",
  "Do you deliver to my home?",
  "can I pay by card?",
  "I want a birthday cake for Saturday",
];
const connections = 64;
const postTimeoutMs = 30_000;
const lookEveryMs = 5;
const stalledAfterMs = 30_000;
const quietMs = 1_000;
const phoneOf = (chat: number) => `52155${String(chat).padStart(8, "0")}`;

const whatsapp = startChild(new URL("./product-whatsapp.ts", import.meta.url));
let customers: Customers | undefined;

type Customers = Awaited<ReturnType<typeof openCustomers>>;

async function openCustomers({ gatewayUrl, appSecret, token, chats }: Start) {
  const webhook = { webhookUrl: `${gatewayUrl}/webhook`, appSecret, token };
  const { url, account } = await whatsapp.ask("start", webhook, WhatsApp);
  const poster = openPoster(gatewayUrl, appSecret);
  const ledger = openLedger(account);
  let posted = 0;
  let seen = 0;

  /** Chats take turns. */
  const write = (dueAtMs: number): Promise<void> => {
    const i = posted++;
    const from = phoneOf(i % chats);
    const turn = ledger.asked(from, dueAtMs);
    const sender = { from, id: `wamid.bench.${from}.${turn}`, account, atMs: Date.now() };
    return poster.post(textReceived(sender, texts[(i + turn) % texts.length] ?? ""));
  };
  /** Enters what was accepted since the last look; gives the time of the newest. */
  const look = async (latenciesMs: number[]): Promise<number | undefined> => {
    const accepted = await whatsapp.ask("acceptedAfter", seen, Accepted);
    seen += accepted.length;
    for (const [effect, atMs] of accepted) {
      const latencyMs = ledger.answered(effect, atMs);
      if (latencyMs !== undefined) latenciesMs.push(latencyMs);
    }
    return accepted.at(-1)?.[1];
  };
  const writeAll = async ({ turns, outstanding = turns, perSecond }: Load, startedAtMs: number) => {
    const dueAtMs = (i: number) => (perSecond === undefined ? clock() : startedAtMs + (i * 1_000) / perSecond);
    const posts = new Set<Promise<void>>();
    for (let written = 0; written < turns; await sleep(1)) {
      const { asked, answered } = ledger.counts();
      const free = perSecond === undefined ? outstanding - (asked - answered) : turns;
      const until = Math.min(turns, written + free);
      while (written < until && dueAtMs(written) <= clock()) {
        const post = write(dueAtMs(written++)).finally(() => posts.delete(post));
        posts.add(post);
      }
    }
    await Promise.all(posts);
  };
  const readAll = async (turns: number) => {
    const latenciesMs: number[] = [];
    let lastAtMs = clock();
    for (let movedAtMs = clock(); latenciesMs.length < turns; await sleep(lookEveryMs)) {
      const newestAtMs = await look(latenciesMs);
      if (newestAtMs !== undefined) {
        lastAtMs = newestAtMs;
        movedAtMs = clock();
      }
      const [wrong] = ledger.wrong();
      if (wrong !== undefined) throw new Error(`a wrong reply: ${wrong}`);
      const stalled = clock() - movedAtMs > stalledAfterMs;
      if (stalled) throw new Error(`${latenciesMs.length} of ${turns} turns answered, then nothing`);
    }
    return { lastAtMs, latenciesMs };
  };

  return {
    url,
    progress: () => ledger.counts(),
    async load(load: Load) {
      const startedAtMs = clock();
      const [read] = await Promise.all([readAll(load.turns), writeAll(load, startedAtMs)]);
      return { startedAtMs, ...read };
    },
    /** Throws if anything came that must not be, even a little later. */
    async verify() {
      await sleep(quietMs);
      await look([]);
      const { asked, answered } = ledger.counts();
      const stats = await whatsapp.ask("stats", {}, Stats);
      const odd = ledger.wrong().length + stats.duplicateEffects + stats.rejected;
      if (odd > 0 || answered !== asked || stats.accepted !== asked) {
        const replies = `${asked} turns, ${answered} of them answered; ${JSON.stringify(stats)}`;
        throw new Error([replies, ...ledger.wrong()].join("\n"));
      }
      return { turns: asked, repeats: poster.repeats() };
    },
  };
}

/** Posts webhooks to the gateway, each until it is stored. */
function openPoster(gatewayUrl: string, appSecret: string) {
  const http = openHttpExchange(gatewayUrl, { connections, timeoutMs: postTimeoutMs });
  let repeats = 0;
  return {
    repeats: () => repeats,
    async post(webhook: object): Promise<void> {
      const body = Buffer.from(JSON.stringify(webhook));
      const headers = { "content-type": "application/json", "x-hub-signature-256": signBody(appSecret, body) };
      for (;;) {
        const exchanged = await http.exchange({ method: "POST", path: "/webhook", headers, body });
        if (exchanged.kind === "answered" && exchanged.answer.status === 200) return;
        repeats++;
        await sleep(100);
      }
    },
  };
}

function started(): Customers {
  if (!customers) throw new Error("the customers have not been started");
  return customers;
}

answerParent({
  async start(argument) {
    customers = await openCustomers(Start.parse(argument));
    return { whatsappUrl: customers.url, whatsappPid: whatsapp.pid };
  },
  load: (argument) => started().load(Load.parse(argument)),
  progress: () => started().progress(),
  verify: () => started().verify(),
});
