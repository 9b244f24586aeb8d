import type { Message } from "@parley/contract/message";
import type { Collection } from "@parley/contract/names";

/** What an actor wants to happen once its record is committed. Nothing here is done before the commit, nothing is lost after it. */
export type Out =
  /** To an actor of a service. Without `key`: same key, through the journal. With another key: through that actor's inbox. */
  | { kind: "send"; to: string; key?: string; message: Message }
  /** Back to this actor at `atMs` (Unix ms, server ticks at 250 ms). Setting the same name again replaces it. */
  | { kind: "set-timer"; name: string; atMs: number; message: Message }
  | { kind: "cancel-timer"; name: string }
  /** A value others read: newest wins, older ones never overwrite it, not even from a frozen owner that wakes up. */
  | { kind: "store"; collection: Collection; id: string; value?: unknown };

export function send(to: string, message: Message, key?: string): Out {
  return key === undefined ? { kind: "send", to, message } : { kind: "send", to, key, message };
}
export function setTimer(name: string, atMs: number, message: Message): Out {
  return { kind: "set-timer", name, atMs: Math.round(atMs), message };
}
export function cancelTimer(name: string): Out {
  return { kind: "cancel-timer", name };
}
/** The same with the value its actor's `view` gives of the committed state: the journal need not hold it once more. */
export function storeView(collection: Collection, id: string): Out {
  return { kind: "store", collection, id };
}
/** `id`: for `timeline` `<chat>.<turn>`, for `messages` `<chat>.<n>`, for `turn-index` the hash of the provider's message id, for `dead-letters` `<chat>.<letter id>`, for `gallery` `<chat>.<turn>.<n>`. */
export function store(collection: Collection, id: string, value: unknown): Out {
  return { kind: "store", collection, id, value };
}
