import type { Queued } from "./outbox-state.ts";
import type { ReplySend } from "./reply-messages.ts";

/** `chain`: the turn whose trace the message carries on; 0 for none. */
export function sendHead(head: Queued, chain: number): ReplySend {
  return { type: "reply.send", v: 1, effect: head.effect, chain };
}
