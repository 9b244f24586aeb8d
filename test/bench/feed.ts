// The process that sends: a burst with a bounded number outstanding, or messages at a fixed rate whatever comes back.
import { encode } from "@parley/contract/codec";
import { createNames } from "@parley/contract/names";
import { connectNats } from "@parley/jetstream/connection";
import { createInboxPublisher } from "@parley/jetstream/inbox-publisher";
import { createPublisher } from "@parley/jetstream/publisher";
import { createLogger } from "@parley/telemetry/logger";

import { z } from "zod";
import { answerParent } from "./child.ts";
import { aHop, chatName, clock, type Hop, stages } from "./hops.ts";

const Connect = z.object({ url: z.string(), prefix: z.string() });
const Burst = z.object({
  chats: z.number(),
  from: z.number(),
  messages: z.number(),
  outstanding: z.number(),
  to: z.enum(["runtime", "last", "relay", "raw"]),
});
const OpenLoop = z.object({ chats: z.number(), from: z.number(), messages: z.number(), perSecond: z.number() });

type Send = (chat: string, hop: Hop) => Promise<unknown>;
let sends: Record<z.infer<typeof Burst>["to"], Send> | undefined;

/** Message `i` of a phase: chats take turns, so every chat gets 1, 2, 3 … */
const nth = (i: number, chats: number) => ({ chat: chatName(i % chats), n: Math.floor(i / chats) + 1 });

function senders() {
  if (!sends) throw new Error("not connected");
  return sends;
}

answerParent({
  async connect(argument) {
    const { url, prefix } = Connect.parse(argument);
    const nc = await connectNats({ servers: url, name: "feed" }, createLogger("feed", { level: "warn" }));
    const publisher = createPublisher(nc, { timeoutMs: 30_000 });
    const inboxes = createInboxPublisher(publisher, createNames(prefix), `feed-${process.pid}`);
    const first = stages[0] ?? "";
    sends = {
      runtime: (chat, hop) => inboxes.send(first, chat, hop),
      last: (chat, hop) => inboxes.send(stages.at(-1) ?? "", chat, hop),
      relay: (chat, hop) =>
        publisher.publish(`relay.s1.${chat}`, encode({ chat, hop }), [["Nats-Msg-Id", `${chat}:${hop.n}:s1`]]),
      raw: (chat, hop) => publisher.publish(`raw.${chat}`, encode({ chat, hop })),
    };
  },
  async burst(argument) {
    const { chats, from, messages, outstanding, to } = Burst.parse(argument);
    const send = senders()[to];
    const startedAtMs = clock();
    let next = from;
    const line = async () => {
      while (next < from + messages) {
        const { chat, n } = nth(next++, chats);
        await send(chat, aHop(n, clock()));
      }
    };
    await Promise.all(Array.from({ length: outstanding }, line));
    return { startedAtMs, endedAtMs: clock() };
  },
  async openLoop(argument) {
    const { chats, from, messages, perSecond } = OpenLoop.parse(argument);
    const startedAtMs = clock() + 50;
    const sent: Promise<unknown>[] = [];
    while (sent.length < messages) {
      const due = Math.min(messages, Math.floor(((clock() - startedAtMs) * perSecond) / 1_000));
      while (sent.length < due) {
        const { chat, n } = nth(from + sent.length, chats);
        sent.push(senders().runtime(chat, aHop(n, startedAtMs + (sent.length * 1_000) / perSecond)));
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(sent);
    return { startedAtMs, endedAtMs: clock() };
  },
});
