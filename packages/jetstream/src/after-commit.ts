import type { NatsConnection } from "@nats-io/transport-node";
import type { Names } from "@parley/contract/names";
import { partitionToken } from "@parley/contract/partition";
import { callApi } from "./api.ts";
import type { LaneJob, Offsets, StoreJob } from "./commit.ts";
import { type Envelope, encodeBatch } from "./envelope.ts";
import type { InboxPublisher } from "./inbox-publisher.ts";
import type { CommittedOut } from "./owner-journal.ts";
import type { Publisher } from "./publisher.ts";
import { isRemovalOfAll, type StoreWriter } from "./store-writer.ts";
import { Watermark } from "./watermark.ts";

export type AfterCommitDeps = {
  nc: NatsConnection;
  inboxes: InboxPublisher;
  stores: StoreWriter;
  publisher: Publisher;
  names: Names;
  service: string;
  partition: number;
  toSelf: (position: number, envelope: Envelope, storedAtMs: number) => void;
  /** What to store for a job without a value, as of now: a promise while the actor's page is being read. */
  viewOf: (job: StoreJob) => (() => unknown) | Promise<() => unknown>;
  /** Something could not be done in its order: give the partition up, the next owner does it again from the low watermark. */
  onLost: (failure: unknown) => void;
  offsets: Offsets;
};

/**
 * What a commit promised beyond its readers: messages to other keys, timers, stored values, messages to the actor itself. Each kind has
 * a low watermark in the journal, from which a new owner does it again; receivers drop what they have.
 */
export class AfterCommit {
  readonly #deps: AfterCommitDeps;
  readonly #lane: Watermark;
  readonly #store: Watermark;
  #timers: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(deps: AfterCommitDeps) {
    this.#deps = deps;
    this.#lane = new Watermark(deps.offsets["@lane"] ?? 0);
    this.#store = new Watermark(deps.offsets["@store"] ?? 0);
  }

  take(outs: readonly CommittedOut[], atMs: number): void {
    for (const { out, position } of outs) {
      if ("job" in out) this.lane(position, out.job);
      else if ("store" in out) this.store(position, out.store);
      else if (out.section === "self") this.#deps.toSelf(position, out.envelope, atMs);
    }
  }

  lane(position: number, job: LaneJob): void {
    const place = this.#lane.add(position);
    const work = this.#do(position, job);
    work.then(
      () => {
        place.done = true;
      },
      (failure: unknown) => this.#fail(failure),
    );
  }

  store(position: number, job: StoreJob): void {
    const place = this.#store.add(position);
    const written = () => {
      place.done = true;
    };
    const write = { version: position, written, failed: (failure: unknown) => this.#fail(failure) };
    if (isRemovalOfAll(job)) {
      this.#deps.stores.removeAll(job, write);
      return;
    }
    const put = (value: () => unknown) => this.#deps.stores.put(job, value, write);
    const value = job.value === undefined ? this.#deps.viewOf(job) : () => job.value;
    if (value instanceof Promise) value.then(put, (failure: unknown) => this.#fail(failure));
    else put(value);
  }

  get lows(): { lane: number; store: number } {
    return { lane: this.#lane.low, store: this.#store.low };
  }

  /** With nothing outstanding, everything up to `position` is done. */
  raise(position: number): { lane: number; store: number } {
    this.#lane.raise(position);
    this.#store.raise(position);
    return this.lows;
  }

  async whenIdle(withinMs: number): Promise<void> {
    const until = Date.now() + withinMs;
    while (!this.#stopped && Date.now() < until && this.#lane.outstanding + this.#store.outstanding > 0) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  #do(position: number, job: LaneJob): Promise<unknown> {
    switch (job.kind) {
      case "send":
        return this.#send(position, job);
      case "timer":
        return this.#setTimer(job);
      case "drop-timers":
        return this.#dropTimers(job.key);
    }
  }

  #send(position: number, job: Extract<LaneJob, { kind: "send" }>): Promise<void> {
    const from = `${this.#deps.service}.${partitionToken(this.#deps.partition)}`;
    return this.#deps.inboxes.deliver(job.service, { ...job.envelope, from, fromPosition: position });
  }

  /** One after the other: setting a timer twice must end with the second. */
  #setTimer(job: Extract<LaneJob, { kind: "timer" }>): Promise<unknown> {
    const { names, service, partition, publisher } = this.#deps;
    const trace = { originMs: job.atMs, stages: [] };
    const fired = encodeBatch([{ key: job.key, message: job.message, trace, timer: [job.name, job.setBy] }]);
    const set = () =>
      publisher.publish(names.schedule(service, `${partitionToken(partition)}.${job.key}.${job.name}`), fired, [
        ["Nats-Schedule", `@at ${new Date(job.atMs).toISOString()}`],
        ["Nats-Schedule-Target", names.inbox(service, "timers")],
      ]);
    this.#timers = this.#timers.then(set);
    return this.#timers;
  }

  /** They would be dropped when they fire; until then they hold what they have to say. */
  #dropTimers(key: string): Promise<unknown> {
    const { nc, names, service, partition } = this.#deps;
    const filter = names.schedule(service, `${partitionToken(partition)}.${key}.>`);
    this.#timers = this.#timers.then(() => callApi(nc, `STREAM.PURGE.${names.inboxStream(service)}`, { filter }));
    return this.#timers;
  }

  #fail(failure: unknown): void {
    if (!this.#stopped) this.#deps.onLost(failure);
  }
}
