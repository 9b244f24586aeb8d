import { createInbox, type Msg, headers as makeHeaders, type NatsConnection } from "@nats-io/transport-node";
import { CodedError, TransientError } from "@parley/contract/errors";
import { onConnectionChange } from "./connection.ts";

export type PubAck = { stream: string; seq: number; duplicate?: boolean };
export type HeaderList = ReadonlyArray<readonly [name: string, value: string]>;

/** JetStream said no, for a reason of its own: `apiCode` as in the server's error list (10071 = wrong last sequence). */
export class JetStreamError extends CodedError {
  override readonly name = "JetStreamError";
  readonly apiCode: number;
  constructor(apiCode: number, message: string) {
    super(apiCode === wrongLastSequence ? "nats.fenced" : "nats.unavailable", message);
    this.apiCode = apiCode;
  }
}
/** Somebody else wrote first. */
export const wrongLastSequence = 10071;

/**
 * Stores messages in JetStream. Throws `TransientError("nats.unavailable")` when nothing was sent, `TransientError("nats.outcome-unknown")`
 * when the message may or may not be stored, `JetStreamError` when the server refused it.
 */
export type Publisher = {
  publish(subject: string, payload: Uint8Array | string, headers?: HeaderList): Promise<PubAck>;
  /** Without an ack: only for messages of an atomic batch, whose last one is acknowledged for all. */
  post(subject: string, payload: Uint8Array | string, headers: HeaderList): void;
  /** Publishes that wait for their ack. */
  inFlight(): number;
  connected(): boolean;
};

type Pending = {
  resolve: (ack: PubAck) => void;
  reject: (failure: Error) => void;
  deadlineMs: number;
  subject: string;
};

/**
 * One subscription for all acks instead of a request each: 3.5 times the rate of `js.publish` (research: raw limits). The price
 * is that time-outs and disconnects are ours: both leave the outcome unknown.
 */
export function createPublisher(nc: NatsConnection, { timeoutMs = 5_000 }: { timeoutMs?: number } = {}): Publisher {
  const inbox = createInbox();
  const pending = new Map<string, Pending>();
  let counter = 0;
  let connected = true;

  nc.subscribe(`${inbox}.*`, {
    callback: (error, message) => {
      if (error) return;
      const token = message.subject.slice(inbox.length + 1);
      const waiting = pending.get(token);
      if (!waiting) return;
      pending.delete(token);
      settle(waiting, message);
    },
  });
  const failAll = (reason: string) => {
    const lost = [...pending.values()];
    pending.clear();
    for (const { reject } of lost) reject(new TransientError("nats.outcome-unknown", reason));
  };
  onConnectionChange(nc, (up) => {
    connected = up;
    if (!up) failAll("connection lost before the ack");
  });
  const sweep = setInterval(() => {
    if (nc.isClosed()) clearInterval(sweep);
    const now = Date.now();
    for (const [token, waiting] of pending) {
      if (waiting.deadlineMs > now) break;
      pending.delete(token);
      waiting.reject(new TransientError("nats.outcome-unknown", `no ack for ${waiting.subject} in ${timeoutMs} ms`));
    }
  }, 250);
  sweep.unref();

  return {
    publish: (subject, payload, headers) =>
      new Promise((resolve, reject) => {
        if (!connected || nc.isClosed()) {
          reject(new TransientError("nats.unavailable", "not connected to nats"));
          return;
        }
        const token = String(++counter);
        pending.set(token, { resolve, reject, deadlineMs: Date.now() + timeoutMs, subject });
        try {
          nc.publish(subject, payload, {
            reply: `${inbox}.${token}`,
            ...(headers ? { headers: toHeaders(headers) } : {}),
          });
        } catch (cause) {
          pending.delete(token);
          reject(new TransientError("nats.unavailable", "could not publish", { cause }));
        }
      }),
    post: (subject, payload, headers) => {
      if (!connected || nc.isClosed()) throw new TransientError("nats.unavailable", "not connected to nats");
      nc.publish(subject, payload, { headers: toHeaders(headers) });
    },
    inFlight: () => pending.size,
    connected: () => connected,
  };
}

function toHeaders(list: HeaderList) {
  const headers = makeHeaders();
  for (const [name, value] of list) headers.set(name, value);
  return headers;
}

type AckBody = {
  stream?: string;
  seq?: number;
  duplicate?: boolean;
  error?: { err_code?: number; description?: string };
};

function settle(waiting: Pending, message: Msg): void {
  if (message.data.length === 0) {
    waiting.reject(new TransientError("nats.unavailable", `no stream takes ${waiting.subject}`));
    return;
  }
  const body: AckBody = message.json();
  if (body.error) {
    waiting.reject(new JetStreamError(body.error.err_code ?? 0, body.error.description ?? "refused"));
  } else if (body.stream === undefined || body.seq === undefined) {
    waiting.reject(new TransientError("nats.outcome-unknown", "the ack could not be read"));
  } else {
    waiting.resolve({ stream: body.stream, seq: body.seq, ...(body.duplicate ? { duplicate: true } : {}) });
  }
}
