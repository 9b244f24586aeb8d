import type { Message } from "@parley/contract/message";
import type { Collection } from "@parley/contract/names";

/** What an actor wants to happen once its record is committed. Nothing here is done before the commit, nothing is lost after it. */
export type Out =
  /** To an actor of a service. Without `key`: same key, through the journal. With another key: through that actor's inbox. */
  | { kind: "send"; to: string; key?: string; message: Message }
  /** Back to this actor at `atMs` (Unix ms, server ticks at 250 ms). Setting the same name again replaces it. */
  | { kind: "set-timer"; name: string; atMs: number; message: Message }
  | { kind: "cancel-timer"; name: string }
  /** All timers of this actor, and what they would have said. */
  | { kind: "drop-timers" }
  /** A value others read: newest wins, older ones never overwrite it, not even from a frozen owner that wakes up. `null`: removed. */
  | { kind: "store"; collection: Collection; id: string; value?: unknown }
  /** Nothing is left of a chat's values that were stored before this, `upTo` a turn if one is given; of its timeline not in the turn index either. */
  | { kind: "remove-all"; collection: Collection; chat: string; upTo?: number | undefined };

export function send(to: string, message: Message, key?: string): Out {
  return key === undefined ? { kind: "send", to, message } : { kind: "send", to, key, message };
}
export function setTimer(name: string, atMs: number, message: Message): Out {
  return { kind: "set-timer", name, atMs: Math.round(atMs), message };
}
export function cancelTimer(name: string): Out {
  return { kind: "cancel-timer", name };
}
export function dropTimers(): Out {
  return { kind: "drop-timers" };
}
/** The same with the value its actor's `view` gives of the committed state: the journal need not hold it once more. */
export function storeView(collection: Collection, id: string): Out {
  return { kind: "store", collection, id };
}
/** `id`: for `timeline` `<chat>.<turn>`, for `messages` `<chat>.<n>`, for `turn-index` the hash of the provider's message id, for `dead-letters` `<chat>.<letter id>`, for `gallery` `<chat>.<turn>.<n>`. */
export function store(collection: Collection, id: string, value: unknown): Out {
  return { kind: "store", collection, id, value };
}
/** Nothing is left of the value, and no older version comes back. */
export function remove(collection: Collection, id: string): Out {
  return { kind: "store", collection, id, value: null };
}
export function removeAll(collection: Collection, chat: string, upTo?: number): Out {
  return { kind: "remove-all", collection, chat, upTo };
}
