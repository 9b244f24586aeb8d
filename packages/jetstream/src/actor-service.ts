import type { Log, WorkerDefinition } from "@parley/actor/actor";
import { backoff, type RetryPolicy } from "@parley/actor/retry";
import { defineState } from "@parley/actor/state";
import type { Message } from "@parley/contract/message";
import { z } from "zod";
import type { AnyActor } from "./cell.ts";
import { Gate } from "./gate.ts";
import { Members } from "./members.ts";
import { observeRuntime } from "./observer.ts";
import { openPages } from "./pages.ts";
import { Partition, type PartitionDeps, type PartitionLimits } from "./partition.ts";
import { assign } from "./rendezvous.ts";
import { startRetention } from "./retention.ts";
import type { Runtime } from "./runtime.ts";
import { Source } from "./sources.ts";

export type ActorServiceOptions = {
  service: string;
  /** One message at a time per key, or, for a worker, any number in any order. */
  run: { actor: AnyActor } | { worker: AnyWorker };
  /** Services whose journals are read, and those that read ours (for retention). */
  reads: readonly string[];
  readBy: readonly string[];
  /** Service that keeps dead letters. */
  deadLettersTo?: string;
  retry?: RetryPolicy;
  limits?: Partial<PartitionLimits & { concurrent: number }>;
};
// biome-ignore lint/suspicious/noExplicitAny: as for actors, a worker's message type is checked by `receives`.
export type AnyWorker = WorkerDefinition<any>;

export type ActorService = {
  /** Partitions owned now, and messages waiting or running in each. */
  status(): { replica: string; partitions: Array<{ partition: number; waiting: number }> };
  /** Hands everything over: nothing new, what runs is finished and committed, pages are written. */
  stop(withinMs?: number): Promise<void>;
};

const defaults = { window: 2_000, warmActors: 20_000, handlerTimeoutMs: 60_000, concurrent: 256 };
const defaultRetry: RetryPolicy = { maxAttempts: 8, backoffMs: backoff(100, 15_000) };
const reopenAfterMs = 200;

/** Runs one service's actors: takes its share of the partitions, and gives them back. */
export async function startActorService(runtime: Runtime, options: ActorServiceOptions): Promise<ActorService> {
  const service = new Ownership(runtime, options);
  await service.start();
  return service;
}

class Ownership implements ActorService {
  readonly #runtime: Runtime;
  readonly #options: ActorServiceOptions;
  readonly #log: Log;
  readonly #partitions = new Map<number, Partition>();
  readonly #sources: Source[];
  readonly #deps: PartitionDeps;
  readonly #members: Members;
  readonly #retention: { stop(): void };
  readonly #retryAt = new Map<number, number>();
  #balancing: Promise<void> = Promise.resolve();
  #balanceAgain = false;
  /** The sources read for exactly the partitions owned. */
  #served = true;
  #stopped = false;
  #tick: NodeJS.Timeout | undefined;

  constructor(runtime: Runtime, options: ActorServiceOptions) {
    this.#runtime = runtime;
    this.#options = options;
    this.#log = runtime.log;
    this.#deps = partitionDeps(runtime, options);
    this.#sources = [...this.#deps.sources].map(
      ([name, place]) =>
        new Source({
          nc: runtime.nc,
          name,
          stream: place.stream,
          subjectOf: (p) =>
            name === "inbox" ? runtime.names.inbox(options.service, p) : runtime.names.journal(name, p),
          allSubjects: place.subject,
          partitionCount: runtime.partitions,
          service: options.service,
          feed: runtime.feed,
          log: runtime.log,
        }),
    );
    this.#members = new Members({
      ...runtime,
      service: options.service,
      owned: () => [...this.#partitions.keys()],
      onChange: () => this.#balance(),
    });
    this.#retention = startRetention({
      ...runtime,
      service: options.service,
      readers: options.readBy.map((reader) => ({
        pages: openPages(runtime.nc, runtime.publisher, runtime.names, reader),
      })),
      partitions: () => this.#partitions.values(),
    });
  }

  async start(): Promise<void> {
    await this.#members.join();
    this.#tick = setInterval(() => {
      this.#balance();
      for (const partition of this.#partitions.values()) this.#deps.observer.lag(partition.number, partition.waiting);
    }, 250);
  }

  status() {
    const partitions = [...this.#partitions.values()].map(({ number, waiting }) => ({ partition: number, waiting }));
    return { replica: this.#runtime.replica, partitions: partitions.sort((a, b) => a.partition - b.partition) };
  }

  async stop(withinMs = 15_000): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#tick);
    this.#retention.stop();
    await this.#members.startLeaving();
    await this.#balancing;
    await Promise.all(this.#sources.map((source) => source.stop()));
    const owned = [...this.#partitions.values()];
    await Promise.all(
      owned.map(async (partition) => {
        await partition.drain(withinMs);
        this.#partitions.delete(partition.number);
      }),
    );
    await this.#members.leave();
    this.#deps.observer.owned(0);
  }

  /** One balancing at a time; a request during one starts another after it. */
  #balance(): void {
    if (this.#stopped || this.#balanceAgain) return;
    this.#balanceAgain = true;
    this.#balancing = this.#balancing.then(async () => {
      this.#balanceAgain = false;
      if (this.#stopped) return;
      await this.#rebalance().catch((failure: unknown) =>
        this.#log.warn(
          { service: this.#options.service, error: String(failure) },
          "partitions could not be balanced, trying again",
        ),
      );
    });
  }

  async #rebalance(): Promise<void> {
    const view = this.#members.view();
    if (!view) return;
    const { replica, partitions } = this.#runtime;
    const mine = new Set(
      [...assign(partitions, view.replicas)].flatMap(([p, owner]) => (owner === replica ? [p] : [])),
    );
    const leaving = [...this.#partitions.values()].filter((partition) => !mine.has(partition.number));
    const now = Date.now();
    const joining = [...mine].filter(
      (p) => !this.#partitions.has(p) && !view.claimed.has(p) && (this.#retryAt.get(p) ?? 0) <= now,
    );
    if (leaving.length === 0 && joining.length === 0 && this.#served) return;
    this.#served = false;
    await Promise.all(leaving.map((partition) => this.#letGo(partition)));
    await Promise.all(joining.map((p) => this.#takeOver(p)));
    await this.#serve();
    this.#served = true;
  }

  async #letGo(partition: Partition): Promise<void> {
    await partition.drain(15_000);
    this.#partitions.delete(partition.number);
  }

  async #takeOver(number: number): Promise<void> {
    try {
      const partition = await Partition.open(this.#deps, number, {
        onLost: (lost) => this.#lost(lost),
        onRoom: () => {
          for (const source of this.#sources) source.roomAgain();
        },
      });
      this.#partitions.set(number, partition);
    } catch (failure) {
      this.#retryAt.set(number, Date.now() + reopenAfterMs);
      this.#log.warn(
        { service: this.#options.service, partition: number, error: String(failure) },
        "partition could not be opened, trying again",
      );
    }
  }

  #lost(partition: Partition): void {
    if (this.#partitions.get(partition.number) === partition) this.#partitions.delete(partition.number);
    this.#retryAt.set(partition.number, Date.now() + reopenAfterMs);
    this.#served = false;
    this.#balance();
  }

  async #serve(): Promise<void> {
    this.#deps.observer.owned(this.#partitions.size);
    await this.#members.announce();
    await Promise.all(this.#sources.map((source) => source.serve(this.#partitions.values())));
  }
}

function partitionDeps(runtime: Runtime, options: ActorServiceOptions): PartitionDeps {
  const { names } = runtime;
  const { service } = options;
  const { concurrent, ...limits } = { ...defaults, ...options.limits };
  const sources = new Map([
    ["inbox", { stream: names.inboxStream(service), subject: `${names.prefix}.inbox.${service}.*` }],
  ]);
  for (const upstream of options.reads) {
    sources.set(upstream, { stream: names.journalStream(upstream), subject: `${names.prefix}.journal.${upstream}.*` });
  }
  return {
    ...runtime,
    service,
    pages: openPages(runtime.nc, runtime.publisher, names, service),
    definition: "actor" in options.run ? options.run.actor : asActor(options.run.worker),
    stateless: "worker" in options.run,
    deadLettersTo: options.deadLettersTo,
    retry: options.retry ?? defaultRetry,
    limits: { ...limits, warmActors: Math.max(64, Math.ceil(limits.warmActors / runtime.partitions)) },
    gate: new Gate(concurrent),
    observer: observeRuntime(runtime.metrics, service),
    sources,
  };
}

const noState = defineState({ version: 1, schema: z.object({}), initial: () => ({}) });

/** A worker as an actor whose state is always the same. */
function asActor(worker: AnyWorker): AnyActor {
  const { failed } = worker;
  return {
    service: worker.service,
    name: worker.name,
    state: noState,
    receives: worker.receives,
    receive: (state: object, message: Message, context) => {
      const outs = worker.receive(message, context);
      return outs instanceof Promise ? outs.then((list) => ({ state, outs: list })) : { state, outs };
    },
    ...(failed
      ? {
          failed: (state: object, message: Message, failure, context) => ({
            state,
            outs: failed(message, failure, context),
          }),
        }
      : {}),
  };
}
