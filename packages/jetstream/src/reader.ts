import { createInbox, type Msg, type NatsConnection, nuid, type Subscription } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import { callApi } from "./api.ts";
import { onConnectionChange } from "./connection.ts";

export type ReadMessage = { subject: string; seq: number; timeMs: number; data: Uint8Array; pending: number };

export type ReaderOptions = {
  stream: string;
  filterSubjects: string[];
  /** First stream sequence wanted; from the beginning when absent. */
  startSeq?: number;
  /** Only what is stored from now on. */
  newOnly?: boolean;
  /** The newest of each subject first, then everything new. */
  lastPerSubject?: boolean;
  /** A promise holds further pulls back until it resolves. */
  onMessage: (message: ReadMessage) => void | Promise<void>;
  log: Log;
};

export type Reader = {
  /** No further pulls; what was asked for already (at most `pullBytes` twice) still comes. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
};

const pullMessages = 256;
const pullBytes = 1_000_000;
const pullExpiresMs = 30_000;
const heartbeatMs = 2_000;
const nanos = (ms: number) => ms * 1_000_000;

/**
 * Reads a stream in order, without acks: an ephemeral consumer that is replaced, from the next sequence, whenever a message is missing,
 * its heartbeat stops or the server forgot it. The position is the caller's; nothing is ever delivered out of order.
 */
export async function openReader(nc: NatsConnection, options: ReaderOptions): Promise<Reader> {
  const reader = new OrderedReader(nc, options);
  await reader.start();
  return reader;
}

class OrderedReader implements Reader {
  readonly #nc: NatsConnection;
  readonly #options: ReaderOptions;
  #nextSeq: number | undefined;
  #consumer = "";
  #inbox = "";
  #subscription: Subscription | undefined;
  #expectedConsumerSeq = 1;
  #outstanding = 0;
  #holds = 0;
  #paused = false;
  #stopped = false;
  #restarting = false;
  #heardAt = 0;
  readonly #watchdog: NodeJS.Timeout;

  constructor(nc: NatsConnection, options: ReaderOptions) {
    this.#nc = nc;
    this.#options = options;
    this.#nextSeq = options.startSeq;
    this.#watchdog = setInterval(() => this.#watch(), heartbeatMs);
    this.#watchdog.unref();
    onConnectionChange(nc, (connected) => {
      if (connected) this.#restart();
    });
  }

  async start(): Promise<void> {
    this.#subscription?.unsubscribe();
    this.#consumer = `r${nuid.next()}`;
    this.#inbox = createInbox();
    this.#expectedConsumerSeq = 1;
    this.#outstanding = 0;
    const inbox = this.#inbox;
    this.#subscription = this.#nc.subscribe(inbox, {
      callback: (error, message) => {
        if (!error && inbox === this.#inbox) this.#take(message);
      },
    });
    await callApi(this.#nc, `CONSUMER.CREATE.${this.#options.stream}.${this.#consumer}`, {
      stream_name: this.#options.stream,
      action: "create",
      config: {
        name: this.#consumer,
        ack_policy: "none",
        replay_policy: "instant",
        filter_subjects: this.#options.filterSubjects,
        mem_storage: true,
        num_replicas: 1,
        inactive_threshold: nanos(60_000),
        ...this.#startPolicy(),
      },
    });
    this.#heardAt = Date.now();
    this.#pull();
  }

  #startPolicy() {
    if (this.#nextSeq !== undefined)
      return { deliver_policy: "by_start_sequence", opt_start_seq: Math.max(1, this.#nextSeq) };
    if (this.#options.newOnly) return { deliver_policy: "new" };
    return { deliver_policy: this.#options.lastPerSubject ? "last_per_subject" : "all" };
  }

  #take(message: Msg): void {
    this.#heardAt = Date.now();
    if (!message.reply?.startsWith("$JS.ACK.")) {
      this.#status(message);
      return;
    }
    const position = parseAckSubject(message.reply);
    if (position.consumerSeq !== this.#expectedConsumerSeq) {
      this.#restart();
      return;
    }
    this.#expectedConsumerSeq++;
    this.#outstanding--;
    // While a `lastPerSubject` scan is under way a restart begins it again: its order is by sequence all the same.
    this.#nextSeq = position.streamSeq + 1;
    const held = this.#options.onMessage({
      subject: message.subject,
      seq: position.streamSeq,
      timeMs: position.timeMs,
      data: message.data,
      pending: position.pending,
    });
    if (held !== undefined) this.#hold(held);
    if (this.#outstanding < pullMessages / 2) this.#pull();
  }

  #hold(until: Promise<void>): void {
    this.#holds++;
    void until
      .catch((failure: unknown) => this.#options.log.error({ error: String(failure) }, "a reader's consumer failed"))
      .finally(() => {
        this.#holds--;
        this.#pull();
      });
  }

  #status(message: Msg): void {
    const code = message.headers?.code ?? 0;
    if (code === 100) return;
    if (code === 408 || (code === 409 && /exceeds|expired|batch completed/i.test(message.headers?.description ?? ""))) {
      this.#outstanding -= Number(message.headers?.get("Nats-Pending-Messages") ?? 0);
      if (this.#outstanding < pullMessages / 2) this.#pull();
      return;
    }
    this.#restart();
  }

  #pull(): void {
    if (this.#paused || this.#stopped || this.#restarting || this.#holds > 0 || this.#outstanding >= pullMessages / 2)
      return;
    this.#outstanding += pullMessages;
    this.#nc.publish(
      `$JS.API.CONSUMER.MSG.NEXT.${this.#options.stream}.${this.#consumer}`,
      JSON.stringify({
        batch: pullMessages,
        max_bytes: pullBytes,
        expires: nanos(pullExpiresMs),
        idle_heartbeat: nanos(heartbeatMs),
      }),
      { reply: this.#inbox },
    );
  }

  #watch(): void {
    if (this.#stopped) return;
    if (this.#nc.isClosed()) {
      clearInterval(this.#watchdog);
      return;
    }
    if (this.#outstanding > 0 && Date.now() - this.#heardAt > heartbeatMs * 2.5) this.#restart();
  }

  #restart(): void {
    if (this.#stopped || this.#restarting || this.#nc.isClosed()) return;
    this.#restarting = true;
    this.#inbox = "";
    const begin = async () => {
      for (let attempt = 1; !this.#stopped && !this.#nc.isClosed(); attempt++) {
        try {
          await this.start();
          break;
        } catch (failure) {
          if (attempt % 20 === 1) this.#options.log.warn({ error: String(failure) }, "reader waits for its stream");
          await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, 50 * attempt)));
        }
      }
      this.#restarting = false;
      this.#pull();
    };
    void begin();
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    if (this.#outstanding < pullMessages / 2) this.#pull();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#watchdog);
    this.#subscription?.unsubscribe();
    if (this.#nc.isClosed()) return;
    // The server forgets it by itself after a minute; a failure here changes nothing.
    await callApi(this.#nc, `CONSUMER.DELETE.${this.#options.stream}.${this.#consumer}`).catch(() => undefined);
  }
}

/** `$JS.ACK.[domain.account.]<stream>.<consumer>.<delivered>.<stream seq>.<consumer seq>.<ns>.<pending>[.random]` */
function parseAckSubject(reply: string): { streamSeq: number; consumerSeq: number; timeMs: number; pending: number } {
  const tokens = reply.split(".");
  const shift = tokens.length > 9 ? 2 : 0;
  return {
    streamSeq: Number(tokens[5 + shift]),
    consumerSeq: Number(tokens[6 + shift]),
    timeMs: Number(tokens[7 + shift]) / 1e6,
    pending: Number(tokens[8 + shift]),
  };
}
