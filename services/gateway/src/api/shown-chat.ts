import { OutOfTurnMessage } from "@parley/contract/out-of-turn";
import { TurnReply } from "@parley/contract/turn";
import { z } from "zod";

const PausedConversation = z.object({
  paused: z.object({ reason: z.string(), untilMs: z.number().optional() }).optional(),
});

/** Whether the agents answer a chat, from the state of its conversation. */
export function botOf(conversation: unknown): { paused: boolean; reason?: string; until?: string } {
  const { paused } = PausedConversation.safeParse(conversation).data ?? {};
  if (paused === undefined) return { paused: false };
  const { reason, untilMs } = paused;
  return { paused: true, reason, ...(untilMs === undefined ? {} : { until: new Date(untilMs).toISOString() }) };
}

const Progress = z.object({ replies: z.array(TurnReply) });
const mostShown = 50;

type Shown = TurnReply & { origin: "turn" | OutOfTurnMessage["origin"] };

/** The newest messages to the customer that an outbox still follows, whoever wrote them, oldest first; unsent ones last. */
export function recentReplies(outbox: unknown): Shown[] {
  if (typeof outbox !== "object" || outbox === null) return [];
  const shown = Object.entries(outbox).flatMap(([key, value]): Shown[] => {
    if (key.startsWith("message:")) {
      const message = OutOfTurnMessage.safeParse(value).data;
      return message === undefined ? [] : [message];
    }
    if (!key.startsWith("progress:")) return [];
    const { replies } = Progress.safeParse(value).data ?? { replies: [] };
    return replies.map((reply) => ({ ...reply, origin: "turn" }));
  });
  const timeOf = ({ sentAt }: Shown) => sentAt ?? "~";
  return shown.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : Number(timeOf(a) > timeOf(b)))).slice(-mostShown);
}
