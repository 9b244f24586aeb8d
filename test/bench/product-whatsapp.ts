// The simulated WhatsApp as a process of the product's bench: what it has accepted is asked over IPC, which costs it less than its HTTP list.
import { startSimulatedWhatsApp } from "@parley/testkit/simulated-whatsapp";
import { z } from "zod";
import { answerParent } from "./child.ts";
import type { Accepted } from "./product-ledger.ts";

const Start = z.object({ webhookUrl: z.url(), appSecret: z.string(), token: z.string() });

// What is accepted between two questions is far less.
const keepSent = 20_000;
let whatsapp: Awaited<ReturnType<typeof startSimulatedWhatsApp>> | undefined;

function started() {
  if (!whatsapp) throw new Error("the simulated WhatsApp has not been started");
  return whatsapp;
}

answerParent({
  async start(argument) {
    whatsapp = await startSimulatedWhatsApp({ ...Start.parse(argument), keepSent });
    return { url: whatsapp.url, account: whatsapp.account };
  },
  /** Those after the nth. */
  acceptedAfter(argument): Accepted {
    const n = z.number().parse(argument);
    const { sent } = started();
    const first = sent[0]?.n ?? n + 1;
    if (first > n + 1) throw new Error(`replies ${n + 1} to ${first - 1} are no longer kept`);
    return sent.slice(n + 1 - first).map(({ effect = "", at }) => [effect, at]);
  },
  stats: () => started().stats,
});
