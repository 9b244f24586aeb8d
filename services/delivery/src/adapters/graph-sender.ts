import type { GraphApi, SendOutcome } from "@parley/whatsapp/graph-api";
import { textMessage } from "@parley/whatsapp/outgoing-message";
import { numberLane, pause, type RateBucket, take } from "@parley/whatsapp/rate";
import type { SendDependencies } from "../send-reply.ts";

export type GraphSenderOptions = {
  graph: Pick<GraphApi, "send">;
  /** Sends a second, for each number, of this replica. */
  ratePerSecond: number;
  observe: (outcome: SendOutcome["kind"]) => void;
};

/** Longer waits are the runtime's: the chat is tried again, its place in memory is free meanwhile. */
const longestWaitMs = 5_000;

/** Sends through the Graph API, each business number in a lane of its own: a pause that Meta asks of one does not hold the others. */
export function graphSender({ graph, ratePerSecond, observe }: GraphSenderOptions): SendDependencies["send"] {
  const lanes = new Map<string, RateBucket>();
  const lane = (account: string) => lanes.get(account) ?? numberLane(ratePerSecond);

  /** Undefined once the number may send, or how long it must not. */
  const admit = async (account: string, signal: AbortSignal): Promise<number | undefined> => {
    for (;;) {
      const { bucket, waitMs } = take(lane(account), Date.now());
      lanes.set(account, bucket);
      if (waitMs === 0) return undefined;
      if (waitMs > longestWaitMs || signal.aborted) return waitMs;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  };

  return async (reply, signal) => {
    const retryAfterMs = await admit(reply.account, signal);
    if (retryAfterMs !== undefined) return { kind: "throttled", scope: "number", graphCode: 0, retryAfterMs };
    const outcome = await graph.send(reply.account, textMessage(reply), signal);
    observe(outcome.kind);
    if (outcome.kind === "throttled" && outcome.scope === "number") {
      lanes.set(reply.account, pause(lane(reply.account), Date.now(), outcome.retryAfterMs));
    }
    return outcome;
  };
}
