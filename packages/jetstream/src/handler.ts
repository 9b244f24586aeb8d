import type { Log, Result } from "@parley/actor/actor";
import { cancelTimer, type Out, send, setTimer } from "@parley/actor/out";
import { backoff, decide, type RetryPolicy } from "@parley/actor/retry";
import { CodedError, errorCodes, PermanentError, TransientError } from "@parley/contract/errors";
import type { Message } from "@parley/contract/message";
import { partitionToken } from "@parley/contract/partition";
import { type AnyActor, alreadyDone, type Cell, type Input, type Parked } from "./cell.ts";
import type { Gate } from "./gate.ts";
import { letterOf, MessageContext, unwrap } from "./message-context.ts";
import type { Finished } from "./owner-journal.ts";
import { recordResult } from "./record.ts";

export type HandlerDeps = {
  service: string;
  partition: number;
  definition: AnyActor;
  /** Stateless: no record number, no state, nothing parked. */
  stateless: boolean;
  /** Where dead letters are sent; undefined stores them nowhere but the log (benchmarks). */
  deadLettersTo: string | undefined;
  retry: RetryPolicy;
  timeoutMs: number;
  gate: Gate;
  log: Log;
  /** Aborted when the partition is given up. */
  signal: AbortSignal;
  commit: (finished: Finished) => void;
  /** The message needs no record: done before, or a timer that is no longer set. */
  skip: (input: Input) => void;
  observe: {
    handled: (queuedMs: number, handledMs: number, outcome: "done" | "failed" | "parked") => void;
    duplicate: () => void;
    deadLetter: (code: string) => void;
    parked: (change: 1 | -1) => void;
  };
};

const unparkTimer = "parked";
const unparkType = "@unpark";
const parkBackoffMs = backoff(5_000, 60_000);
const maxParked = 1_000;
const clock = () => performance.timeOrigin + performance.now();

/** Runs actors: one message at a time each, retries in place, dead letters and parking. Commits through `deps.commit`. */
export class Handler {
  readonly #deps: HandlerDeps;
  readonly #receives: ReadonlySet<string>;
  readonly #running = new Set<MessageContext>();
  readonly #retries = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(deps: HandlerDeps) {
    this.#deps = deps;
    this.#receives = new Set(deps.definition.receives);
    const givenUp = () => {
      for (const context of this.#running) context.abort(new Error("the partition is given up"));
      for (const timer of this.#retries) clearTimeout(timer);
    };
    deps.signal.addEventListener("abort", givenUp, { once: true });
  }

  /** Starts nothing any more, not even what waits between two attempts: that is left to the next owner. */
  stop(): void {
    this.#stopped = true;
  }

  get #over(): boolean {
    return this.#stopped || this.#deps.signal.aborted;
  }

  /** Handles what waits for the actor until one message needs time. */
  run(cell: Cell): void {
    while (cell.phase === "idle" && cell.queue.length > 0 && !this.#over) {
      if (this.#deps.gate.full) {
        this.#deps.gate.whenFree(() => this.run(cell));
        return;
      }
      const input = cell.queue.shift();
      if (input) this.#take(cell, input);
    }
  }

  #take(cell: Cell, input: Input): void {
    if (alreadyDone(cell.now, input)) {
      this.#deps.observe.duplicate();
      this.#deps.skip(input);
    } else if (input.timer && cell.now.timers[input.timer[0]] !== input.timer[1]) {
      this.#deps.skip(input);
    } else if (input.message.type === unparkType && !cell.now.parked) {
      this.#deps.skip(input);
    } else if (cell.now.parked) {
      if (input.message.type === unparkType) this.#unpark(cell, input, cell.now.parked);
      else if (this.#endsParking(input.message)) this.#giveUpParked(cell, input, cell.now.parked);
      else this.#queueParked(cell, input, cell.now.parked);
    } else this.#attempt(cell, input, 1);
  }

  /** Gives up on a message without running it: its owners died of it. */
  poison(cell: Cell, input: Input, deaths: number): void {
    const failure = new PermanentError("message.poison", `${deaths} owners ended while handling it`);
    this.#deadLetter(cell, input, failure, deaths, clock());
  }

  #attempt(cell: Cell, input: Input, attempt: number): void {
    const startedAt = clock();
    const message = unwrap(input.message);
    const context = new MessageContext(this.#deps, input, attempt, startedAt);
    let result: Result<object> | Promise<Result<object>>;
    try {
      if (!this.#receives.has(message.type)) {
        throw new PermanentError("message.unknown-type", `${this.#deps.service} does not take ${message.type}`);
      }
      result = this.#deps.definition.receive(cell.now.state, message, context);
    } catch (failure) {
      this.#failed(cell, input, attempt, failure, startedAt);
      return;
    }
    if (!(result instanceof Promise)) {
      this.#finish(cell, input, attempt, result, startedAt);
      return;
    }
    cell.phase = "running";
    const leave = this.#deps.gate.enter();
    void this.#withTimeout(result, context)
      .then(
        (value) => () => this.#finish(cell, input, attempt, value, startedAt),
        (failure: unknown) => () => this.#failed(cell, input, attempt, failure, startedAt),
      )
      .then((settle) => {
        leave();
        cell.phase = "idle";
        if (this.#over) return;
        settle();
        this.run(cell);
      });
  }

  #withTimeout<T>(work: Promise<T>, context: MessageContext): Promise<T> {
    const { timeoutMs } = this.#deps;
    this.#running.add(context);
    return new Promise<T>((resolve, reject) => {
      const late = () => {
        const failure = new TransientError("dependency.timeout", `a handler took over ${timeoutMs} ms`);
        reject(failure);
        context.abort(failure);
      };
      const timer = setTimeout(late, timeoutMs);
      const over = () => {
        clearTimeout(timer);
        this.#running.delete(context);
      };
      work.then(
        (value) => {
          over();
          resolve(value);
        },
        (failure: unknown) => {
          over();
          reject(failure);
        },
      );
    });
  }

  #finish(cell: Cell, input: Input, attempt: number, result: Result<object>, startedAt: number): void {
    const letterId = letterOf(input.message);
    const outs =
      letterId === undefined || this.#deps.deadLettersTo === undefined
        ? result.outs
        : [...result.outs, send(this.#deps.deadLettersTo, { type: "message.replayed", v: 1, ...{ letterId } })];
    try {
      this.#record(cell, input, { state: result.state, outs }, startedAt);
    } catch (failure) {
      this.#failed(cell, input, attempt, failure, startedAt);
      return;
    }
    const endedAt = clock();
    this.#deps.observe.handled(startedAt - input.storedAtMs, endedAt - startedAt, "done");
  }

  #failed(cell: Cell, input: Input, attempt: number, failure: unknown, startedAt: number): void {
    const decision = decide(failure, attempt, this.#deps.retry);
    const coded = toCoded(failure);
    // A replayed payload may be edited and is checked by nobody: a handler that breaks on it must not park the chat for ever.
    if (letterOf(input.message) !== undefined && !(failure instanceof CodedError)) {
      this.#deadLetter(cell, input, coded, attempt, startedAt);
    } else if (decision.kind === "retry") {
      this.#deps.log.warn(
        { code: coded.code, reason: coded.message, attempt, afterMs: decision.afterMs },
        "message will be tried again",
      );
      cell.phase = "retrying";
      const timer = setTimeout(() => {
        this.#retries.delete(timer);
        cell.phase = "idle";
        if (this.#over) return;
        this.#attempt(cell, input, attempt + 1);
        this.run(cell);
      }, decision.afterMs);
      this.#retries.add(timer);
    } else if (decision.kind === "park" && !this.#deps.stateless) this.#park(cell, input, coded);
    else this.#deadLetter(cell, input, coded, attempt, startedAt);
  }

  #deadLetter(
    cell: Cell,
    input: Input,
    failure: CodedError,
    attempts: number,
    startedAt: number,
    parked?: Parked | null,
  ): void {
    const { definition, log, service, partition, deadLettersTo, observe } = this.#deps;
    const message = unwrap(input.message);
    let result: Result<object> = { state: cell.now.state, outs: [] };
    try {
      const context = new MessageContext(this.#deps, input, attempts, startedAt);
      result = definition.failed?.(cell.now.state, message, failure, context) ?? result;
    } catch (second) {
      log.error({ error: String(second) }, "the actor could not answer a dead letter");
    }
    const id = letterOf(input.message) ?? `${service}-${partitionToken(partition)}-${input.source}-${input.position}`;
    const letter = {
      id,
      service,
      key: cell.key,
      source: input.source,
      position: input.position,
      code: failure.code,
      reason: failure.message.slice(0, 2_000),
      attempts,
      failedAtMs: Math.floor(startedAt),
      payload: message,
      status: "open",
      history: [{ at: Math.floor(startedAt), event: "failed", detail: failure.code }],
    };
    log.error({ code: failure.code, letter: id, attempts }, "message is a dead letter");
    observe.deadLetter(failure.code);
    observe.handled(startedAt - input.storedAtMs, clock() - startedAt, "failed");
    const record = (said: Result<object>, payload: unknown) => {
      const report: Message = { type: "message.dead-lettered", v: 1, ...{ letter: { ...letter, payload } } };
      const outs = deadLettersTo === undefined ? [...said.outs] : [...said.outs, send(deadLettersTo, report)];
      if (parked) outs.push(send(service, { type: unparkType, v: 1 }));
      this.#record(cell, input, { state: said.state, outs }, startedAt, parked);
    };
    try {
      record(result, message);
    } catch (tooLarge) {
      log.warn({ letter: id, error: String(tooLarge) }, "dead letter is kept without its payload");
      this.#recordWithoutPayload(record, cell, result, message);
    }
  }

  /** Too much for one commit: the failure still counts, first with what the actor says of it, at worst without. */
  #recordWithoutPayload(
    record: (said: Result<object>, payload: unknown) => void,
    cell: Cell,
    result: Result<object>,
    message: Message,
  ): void {
    const truncated = { type: "message.truncated", v: 1, was: message.type };
    try {
      record(result, truncated);
    } catch {
      record({ state: cell.now.state, outs: [] }, truncated);
    }
  }

  #park(cell: Cell, input: Input, failure: CodedError): void {
    this.#deps.log.error(
      { code: failure.code, reason: failure.message },
      "chat is parked until its dependency is back",
    );
    this.#deps.observe.parked(1);
    const attempts = (cell.now.parked?.attempts ?? 0) + 1;
    const queue = [{ source: input.source, position: input.position, message: input.message, trace: input.trace }];
    this.#recordParking(cell, input, { code: failure.code, sinceMs: Date.now(), attempts, queue }, attempts);
  }

  #queueParked(cell: Cell, input: Input, parked: Parked): void {
    if (parked.queue.length >= maxParked) {
      const failure = new PermanentError("mailbox.full", `${maxParked} messages wait for this parked chat already`);
      this.#deadLetter(cell, input, failure, 1, clock());
      return;
    }
    const { source, position, message, trace } = input;
    this.#recordParking(
      cell,
      input,
      { ...parked, queue: [...parked.queue, { source, position, message, trace }] },
      undefined,
    );
  }

  #endsParking(message: Message): boolean {
    return this.#deps.definition.endsParking?.includes(message.type) ?? false;
  }

  /** What waits is not tried again: it becomes dead letters, one after the other, and then this message is handled. */
  #giveUpParked(cell: Cell, input: Input, parked: Parked): void {
    const { source, position, message, trace } = input;
    const queue = [...parked.queue, { source, position, message, trace }];
    const outs = [cancelTimer(unparkTimer), send(this.#deps.service, { type: unparkType, v: 1 })];
    this.#record(cell, input, { state: cell.now.state, outs }, clock(), { ...parked, givenUp: true, queue });
  }

  /** Tries the first parked message again; when it works the others follow, in order, before anything new. */
  #unpark(cell: Cell, input: Input, parked: Parked): void {
    const [first, ...rest] = parked.queue;
    if (!first) {
      this.#recordParking(cell, input, undefined, undefined);
      return;
    }
    if (parked.givenUp === true && !this.#endsParking(first.message)) {
      const code = errorCodes.find((known) => known === parked.code) ?? "handler.failed";
      this.#loseParked(cell, input, parked, new PermanentError(code, "given up while its chat was parked"));
      return;
    }
    const again = { ...input, message: first.message, trace: first.trace };
    const context = new MessageContext(this.#deps, again, parked.attempts + 1, clock());
    cell.phase = "running";
    const receive = async () => this.#deps.definition.receive(cell.now.state, unwrap(first.message), context);
    void this.#withTimeout(receive(), context).then(
      (result: Result<object>) => this.#unparked(cell, input, result, rest, parked),
      (failure: unknown) => this.#stillParked(cell, input, parked, toCoded(failure)),
    );
  }

  #unparked(cell: Cell, input: Input, result: Result<object>, rest: Parked["queue"], parked: Parked): void {
    cell.phase = "idle";
    if (this.#over) return;
    const more = rest.length > 0;
    const { givenUp: _, ...place } = parked;
    const outs = more ? [...result.outs, send(this.#deps.service, { type: unparkType, v: 1 })] : result.outs;
    if (!more) this.#deps.observe.parked(-1);
    this.#record(
      cell,
      input,
      { state: result.state, outs },
      clock(),
      more ? { ...place, attempts: 0, queue: rest } : null,
    );
    this.run(cell);
  }

  #stillParked(cell: Cell, input: Input, parked: Parked, failure: CodedError): void {
    cell.phase = "idle";
    if (this.#over) return;
    if (failure instanceof PermanentError) this.#loseParked(cell, input, parked, failure);
    else this.#recordParking(cell, input, { ...parked, attempts: parked.attempts + 1 }, parked.attempts + 1);
    this.run(cell);
  }

  #loseParked(cell: Cell, input: Input, parked: Parked, failure: CodedError): void {
    const [first, ...rest] = parked.queue;
    if (!first) return;
    const left = rest.length > 0 ? { ...parked, attempts: 0, queue: rest } : null;
    if (!left) this.#deps.observe.parked(-1);
    const lost = { ...input, message: first.message, trace: first.trace };
    this.#deadLetter(cell, lost, failure, parked.attempts + 1, clock(), left);
  }

  #recordParking(cell: Cell, input: Input, parked: Parked | undefined, retryAfterAttempt: number | undefined): void {
    const outs: Out[] =
      retryAfterAttempt === undefined
        ? []
        : [setTimer(unparkTimer, Date.now() + parkBackoffMs(retryAfterAttempt), { type: unparkType, v: 1 })];
    this.#record(cell, input, { state: cell.now.state, outs }, clock(), parked ?? null);
  }

  #record(cell: Cell, input: Input, result: Result<object>, startedAt: number, parked?: Parked | null): void {
    const { service, stateless } = this.#deps;
    this.#deps.commit(recordResult({ service, stateless, cell, input, result, startedAt, endedAt: clock(), parked }));
  }
}

function toCoded(failure: unknown): CodedError {
  if (failure instanceof CodedError) return failure;
  return new TransientError("handler.failed", failure instanceof Error ? failure.message : String(failure), {
    cause: failure,
  });
}
