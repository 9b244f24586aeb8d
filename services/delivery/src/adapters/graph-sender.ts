import type { GraphApi, SendOutcome } from "@parley/whatsapp/graph-api";
import { outgoingMessage } from "@parley/whatsapp/outgoing-message";
import { numberLane, pause, type RateBucket, take } from "@parley/whatsapp/rate";
import type { SendWithFilesOptions } from "../send-with-files.ts";

export type GraphSenderOptions = {
  graph: Pick<GraphApi, "send">;
  /** Sends a second, for each number, of this replica. */
  ratePerSecond: number;
  observe: (outcome: SendOutcome["kind"]) => void;
};

/** Longer waits are the runtime's: the chat is tried again, its place in memory is free meanwhile. */
const longestWaitMs = 5_000;

/** Sends through the Graph API, each business number in a lane of its own: a pause that Meta asks of one does not hold the others. */
export function graphSender({ graph, ratePerSecond, observe }: GraphSenderOptions): SendWithFilesOptions["send"] {
  const lanes = new Map<string, RateBucket>();
  const lane = (account: string) => lanes.get(account) ?? numberLane(ratePerSecond);

  /** Undefined once the number may send, or how long it must not. A wait is reserved at once: nobody asks twice. */
  const admit = async (account: string): Promise<number | undefined> => {
    const bucket = lane(account);
    const now = Date.now();
    const { waitMs } = take(bucket, now);
    if (waitMs > longestWaitMs) return waitMs;
    lanes.set(account, take(bucket, now + waitMs).bucket);
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    return undefined;
  };

  return async (reply, signal) => {
    const retryAfterMs = await admit(reply.account);
    if (retryAfterMs !== undefined) return { kind: "throttled", scope: "number", graphCode: 0, retryAfterMs };
    const outcome = await graph.send(reply.account, outgoingMessage(reply), signal);
    observe(outcome.kind);
    if (outcome.kind === "throttled" && outcome.scope === "number") {
      lanes.set(reply.account, pause(lane(reply.account), Date.now(), outcome.retryAfterMs));
    }
    return outcome;
  };
}
