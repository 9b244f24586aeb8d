// The usual way to relay over JetStream, for comparison: per message one state put (compare-and-set), one publish, one ack. Official clients.
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { Kvm } from "@nats-io/kv";
import { connect } from "@nats-io/transport-node";
import { decode, encode } from "@parley/contract/codec";
import { z } from "zod";
import { answerParent } from "./child.ts";
import { countArrivals, type HopState, stages } from "./hops.ts";

const Start = z.object({ url: z.string(), stages: z.array(z.string()) });
const Relayed = z.object({
  chat: z.string(),
  hop: z.object({ type: z.literal("hop"), v: z.number(), n: z.number(), dueAtMs: z.number(), text: z.string() }),
});
const arrivals = countArrivals();
let wrong = 0;

answerParent({
  async start(argument) {
    const wanted = Start.parse(argument);
    const nc = await connect({ servers: wanted.url, noAsyncTraces: true });
    for (const stage of wanted.stages) await runStage(nc, stage);
  },
  progress: () => arrivals.progress(),
  take: () => arrivals.take(),
  wrong: () => wrong,
});

async function runStage(nc: Awaited<ReturnType<typeof connect>>, stage: string): Promise<void> {
  const manager = await jetstreamManager(nc);
  const js = jetstream(nc);
  const stream = `RELAY_${stage}`;
  const next = stages[stages.indexOf(stage) + 1];
  await manager.consumers.add(stream, { durable_name: "stage", ack_policy: "explicit", max_ack_pending: 5_000 });
  const states = await new Kvm(js).create(`relay-${stage}`);
  const chats = new Map<string, { state: HopState; revision: number; tail: Promise<void> }>();
  const consumer = await js.consumers.get(stream, "stage");
  await consumer.consume({
    max_messages: 1_000,
    callback(message) {
      const { chat, hop } = Relayed.parse(decode(message.data));
      let actor = chats.get(chat);
      if (!actor) {
        actor = { state: { count: 0, wrong: 0, text: "" }, revision: 0, tail: Promise.resolve() };
        chats.set(chat, actor);
      }
      const { tail } = actor;
      const handle = async (own: typeof actor) => {
        await tail;
        if (hop.n !== own.state.count + 1) wrong++;
        own.state = { count: hop.n, wrong: own.state.wrong, text: hop.text };
        const key = chat.replace("~", "/");
        own.revision = await (own.revision === 0
          ? states.create(key, encode(own.state))
          : states.update(key, encode(own.state), own.revision));
        if (next !== undefined) {
          await js.publish(`relay.${next}.${chat}`, message.data, { msgID: `${chat}:${hop.n}:${next}` });
        }
        message.ack();
        if (next === undefined) arrivals.arrived(hop);
      };
      actor.tail = handle(actor);
    },
  });
}
