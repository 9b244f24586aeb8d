import type { Result } from "@parley/actor/actor";
import { type Out, remove, removeAll, send } from "@parley/actor/out";
import type { ChatForget } from "@parley/contract/chat-forget";
import type { DeadLetter } from "@parley/contract/dead-letter";
import { parseEffectId } from "@parley/contract/ids";
import { z } from "zod";
import type { DeadLetters } from "./dead-letters.ts";

const OfTurn = z.object({
  entry: z.object({ turn: z.number() }).optional(),
  turn: z.number().optional(),
  effect: z.string().optional(),
});

/**
 * Removes what the service that says it has forgotten had left here: its letters come by the same journal as its word, so none of them
 * comes later. After delivery it is media's turn, the last one, and then nothing published of the chat's old letters is left.
 */
export function forgetLetters(state: DeadLetters, order: ChatForget, chat: string): Result<DeadLetters> {
  const gone = Object.values(state).filter((letter) => letter.service === order.by && !isLater(letter, order));
  const names = new Set(gone.map(({ id }) => id));
  const kept: DeadLetters = Object.fromEntries(Object.entries(state).filter(([id]) => !names.has(id)));
  const outs: Out[] = gone.map(({ id }) => remove("dead-letters", `${chat}.${id}`));
  if (order.by === "delivery") outs.push(send("media", order));
  if (order.by !== "media") return { state: kept, outs };
  const stored = Object.values(kept).map((letter): Out => {
    return { kind: "store", collection: "dead-letters", id: `${chat}.${letter.id}`, value: letter };
  });
  return { state: kept, outs: [...outs, removeAll("dead-letters", chat), ...stored] };
}

/** About a turn after those that are forgotten. */
function isLater({ payload }: DeadLetter, { turn: last }: ChatForget): boolean {
  const { entry, turn, effect } = OfTurn.safeParse(payload).data ?? {};
  const about = entry?.turn ?? turn ?? (effect === undefined ? undefined : parseEffectId(effect)?.turn);
  return last !== undefined && about !== undefined && about > last;
}
