import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import { kvStream, kvSubject, type Names } from "@parley/contract/names";
import { onConnectionChange } from "./connection.ts";
import type { Publisher } from "./publisher.ts";
import { openReader, type Reader } from "./reader.ts";

/** One replica of a service as the others see it. */
export type Member = { replica: string; owned: number[]; leaving: boolean; seenAt: number };

export type MembersOptions = {
  nc: NatsConnection;
  publisher: Publisher;
  names: Names;
  service: string;
  replica: string;
  log: Log;
  /** What this replica says of itself. */
  owned: () => number[];
  onChange: () => void;
};

const heartbeatMs = 500;
const aliveMs = 1_500;

/**
 * Who is there. A replica is alive while its heartbeat in the members bucket is younger than 1.5 s by OUR clock, so clocks need
 * not agree. Only decides who tries to own a partition; the journal's fence decides who does.
 */
export class Members {
  readonly #options: MembersOptions;
  readonly #others = new Map<string, Member>();
  #reader: Reader | undefined;
  #beat: NodeJS.Timeout | undefined;
  #lastTick = Date.now();
  #settledAt = 0;
  #leaving = false;
  #known = "";

  constructor(options: MembersOptions) {
    this.#options = options;
  }

  async join(): Promise<void> {
    const { nc, names, service, log } = this.#options;
    await this.announce();
    this.#reader = await openReader(nc, {
      stream: kvStream(names.membersBucket),
      filterSubjects: [kvSubject(names.membersBucket, `${service}.*`)],
      lastPerSubject: true,
      log,
      onMessage: ({ subject, data }) => this.#heard(subject.slice(subject.lastIndexOf(".") + 1), data),
    });
    // The first view: long enough to have heard everybody's heartbeat once.
    this.#settledAt = Date.now() + heartbeatMs + 100;
    onConnectionChange(nc, (connected) => {
      if (connected) this.#excuse();
    });
    this.#beat = setInterval(() => this.#tick(), heartbeatMs / 2);
  }

  /** Replicas that take part, this one included unless it leaves, or undefined while the view is not to be trusted. */
  view(): { replicas: string[]; claimed: Map<number, string> } | undefined {
    if (Date.now() < this.#settledAt || !this.#options.publisher.connected()) return undefined;
    const now = Date.now();
    const claimed = new Map<number, string>();
    const replicas = this.#leaving ? [] : [this.#options.replica];
    for (const member of this.#others.values()) {
      if (now - member.seenAt > aliveMs) continue;
      if (!member.leaving) replicas.push(member.replica);
      for (const partition of member.owned) claimed.set(partition, member.replica);
    }
    return { replicas: replicas.sort(), claimed };
  }

  /** Tells the others now: a partition was let go or taken. */
  async announce(): Promise<void> {
    const { publisher, names, service, replica, owned, log } = this.#options;
    const value = JSON.stringify({ owned: owned(), at: Date.now(), ...(this.#leaving ? { leaving: true } : {}) });
    await publisher
      .publish(kvSubject(names.membersBucket, `${service}.${replica}`), value, [["Nats-TTL", "2s"]])
      .catch((failure: unknown) => log.debug({ error: String(failure) }, "heartbeat was not stored"));
  }

  /** From now on others take what this replica lets go. */
  async startLeaving(): Promise<void> {
    this.#leaving = true;
    await this.announce();
  }

  async leave(): Promise<void> {
    clearInterval(this.#beat);
    await this.#reader?.stop();
    const { publisher, names, service, replica } = this.#options;
    await publisher
      .publish(kvSubject(names.membersBucket, `${service}.${replica}`), "", [
        ["KV-Operation", "DEL"],
        ["Nats-TTL", "2s"],
      ])
      .catch(() => undefined); // the heartbeat's TTL says the same two seconds later
  }

  /** We were frozen or cut off: the silence of the others was ours, so they count as just heard. */
  #excuse(): void {
    for (const member of this.#others.values()) member.seenAt = Date.now();
  }

  #heard(replica: string, data: Uint8Array): void {
    if (replica === this.#options.replica) return;
    const before = this.#others.get(replica);
    if (data.length === 0) this.#others.delete(replica);
    else {
      const { owned = [], leaving = false }: { owned?: number[]; leaving?: boolean } = JSON.parse(
        Buffer.from(data).toString(),
      );
      this.#others.set(replica, { replica, owned, leaving, seenAt: Date.now() });
      if (before && before.leaving === leaving && before.owned.join() === owned.join()) return;
    }
    this.#options.onChange();
  }

  #tick(): void {
    const now = Date.now();
    const pausedMs = now - this.#lastTick;
    this.#lastTick = now;
    if (pausedMs > aliveMs * 0.75) this.#excuse();
    void this.announce();
    for (const member of this.#others.values()) {
      if (now - member.seenAt > aliveMs * 10) this.#others.delete(member.replica);
    }
    const view = this.view();
    const known = view ? `${view.replicas.join()} ${[...view.claimed.keys()].sort().join()}` : "";
    if (known !== this.#known) {
      this.#known = known;
      this.#options.onChange();
    }
  }
}
