import type { Context, Log } from "@parley/actor/actor";
import type { Message, Trace } from "@parley/contract/message";
import type { Input } from "./cell.ts";
import { isMessage } from "./envelope.ts";

export type ContextDeps = { service: string; log: Log };

/** A class, with what few handlers ask for made on demand: built for every message, it shows in the profile. */
export class MessageContext implements Context {
  readonly key: string;
  readonly now: number;
  readonly attempt: number;
  readonly redelivered: boolean;
  declare readonly replayOf?: string;
  readonly log: Log;
  readonly #deps: ContextDeps;
  readonly #input: Input;
  readonly #startedAt: number;
  #controller: AbortController | undefined;
  #abortedBy: Error | undefined;

  constructor(deps: ContextDeps, input: Input, attempt: number, startedAt: number) {
    this.key = input.key;
    this.now = Math.floor(startedAt);
    this.attempt = attempt;
    this.redelivered = input.redelivered || attempt > 1;
    this.log = deps.log;
    this.#deps = deps;
    this.#input = input;
    this.#startedAt = startedAt;
    const letter = letterOf(input.message);
    if (letter !== undefined) this.replayOf = letter;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#abortedBy !== undefined) this.#controller.abort(this.#abortedBy);
    return this.#controller.signal;
  }

  /** The handler's result will count no more: its time is over, or its partition is given up. */
  abort(reason: Error): void {
    this.#abortedBy = reason;
    this.#controller?.abort(reason);
  }

  get trace(): Trace {
    return traceWith(this.#input, this.#deps.service, this.#startedAt, 0);
  }
}

/** The trace of an input with its stay here added, Unix ms and ms. */
export function traceWith(input: Input, stage: string, startedAt: number, handledMs: number): Trace {
  const { trace, storedAtMs } = input;
  const queuedMs = Math.max(0, startedAt - storedAtMs);
  return { originMs: trace.originMs, stages: [...trace.stages, { stage, queuedMs, handledMs }] };
}

/** The dead letter a message replays, if it does. */
export function letterOf(message: Message): string | undefined {
  if (message.type !== "message.replay" || !("letterId" in message)) return undefined;
  return typeof message.letterId === "string" ? message.letterId : undefined;
}

/** What the handler sees: the payload of a replay, any other message as it is. */
export function unwrap(message: Message): Message {
  return letterOf(message) !== undefined && "payload" in message && isMessage(message.payload)
    ? message.payload
    : message;
}
