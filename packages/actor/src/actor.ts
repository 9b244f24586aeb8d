import type { CodedError } from "@parley/contract/errors";
import type { Message, Trace } from "@parley/contract/message";
import type { Collection } from "@parley/contract/names";
import type { Out } from "./out.ts";
import type { StateDefinition } from "./state.ts";

/** A logger as handlers see it: a constant sentence plus fields; never a text or a phone number. */
export type Log = Record<"debug" | "info" | "warn" | "error", (fields: object, sentence: string) => void>;

export type Context = {
  /** The actor's key, usually the chat. */
  key: string;
  /** Unix ms. */
  now: number;
  /** Counts from 1; higher when this owner has tried the same message before. */
  attempt: number;
  /**
   * True when an earlier owner, or an earlier attempt here, may already have run this message without committing it: an effect
   * outside may have happened. Only ever true after a crash, a takeover or a failure.
   */
  redelivered: boolean;
  /** Set when an operator replays a dead letter: the message comes outside its place in the order. */
  replayOf?: string;
  /** Aborted when the partition is lost or the time for one message is over. Pass it to every external call. */
  signal: AbortSignal;
  log: Log;
  /** Stages passed so far, the wait in this one included as its last entry (handledMs still 0). */
  trace: Trace;
};

export type Result<S> = { state: S; outs: Out[] };

/** A durable actor: state and a function of state and message. Storage, order, time and retries belong to the runtime. */
export type ActorDefinition<S extends object, M extends Message> = {
  service: string;
  name: string;
  state: StateDefinition<S>;
  /** Types it takes; any other message is a dead letter (`message.unknown-type`). */
  receives: readonly M["type"][];
  /** Types that do not wait for a dependency: when the chat is parked, all that waits there becomes dead letters first. */
  endsParking?: readonly M["type"][];
  /** The result counts once, when it is committed; on a failure nothing of it counts. May be slow; other chats go on. */
  receive: (state: S, message: M, context: Context) => Result<S> | Promise<Result<S>>;
  /**
   * What a stored value is, from the state: for outs made by `storeView`. Undefined when the state no longer knows; the actor must have
   * stored the value itself before it forgot.
   */
  view?: (state: S, collection: Collection, id: string) => unknown;
  /** What the actor does about a message that became a dead letter: usually `turn.failed` downstream. Pure and sync. */
  failed?: (state: S, message: M, failure: CodedError, context: Context) => Result<S>;
};

/** Binds types; the runtime only sees the erased form. */
export function defineActor<S extends object, M extends Message>(
  definition: ActorDefinition<S, M>,
): ActorDefinition<S, M> {
  return definition;
}

/** A stateless handler: messages of one chat may run side by side and finish in any order. */
export type WorkerDefinition<M extends Message> = {
  service: string;
  name: string;
  receives: readonly M["type"][];
  receive: (message: M, context: Context) => Out[] | Promise<Out[]>;
  failed?: (message: M, failure: CodedError, context: Context) => Out[];
};

export function defineWorker<M extends Message>(definition: WorkerDefinition<M>): WorkerDefinition<M> {
  return definition;
}
