import { createInbox, type Msg, type MsgHdrs, type NatsConnection } from "@nats-io/transport-node";
import { TransientError } from "@parley/contract/errors";

export type StoredMessage = {
  subject: string;
  seq: number;
  timeMs: number;
  data: Uint8Array;
  headers: MsgHdrs | undefined;
};

const timeoutMs = 5_000;

/** The newest message of a subject, or undefined. One round trip, answered by the stream without a consumer. */
export async function getLast(nc: NatsConnection, stream: string, subject: string): Promise<StoredMessage | undefined> {
  const reply = await nc
    .request(`$JS.API.DIRECT.GET.${stream}.${subject}`, undefined, { timeout: timeoutMs })
    .catch((cause: unknown) => {
      throw new TransientError("nats.unavailable", `no answer from ${stream}`, { cause });
    });
  if (reply.headers?.code === 503) throw new TransientError("nats.unavailable", `${stream} does not answer`);
  return toStored(reply);
}

/** The newest message of each subject that has one (wildcards allowed), in stream order. */
export async function getLastMany(nc: NatsConnection, stream: string, subjects: string[]): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for (let i = 0; i < subjects.length; i += 256) {
    await batchGet(nc, stream, { multi_last: subjects.slice(i, i + 256) }, (message) => found.push(message));
  }
  return found;
}

/** All messages of a subject with `fromSeq <= seq <= toSeq`, oldest first. */
export async function getRange(
  nc: NatsConnection,
  stream: string,
  subject: string,
  range: { fromSeq: number; toSeq: number },
  onMessage: (message: StoredMessage) => void,
): Promise<void> {
  let next = range.fromSeq;
  while (next <= range.toSeq) {
    let last = 0;
    await batchGet(nc, stream, { next_by_subj: subject, seq: next, batch: 256, max_bytes: 4_000_000 }, (message) => {
      last = message.seq;
      if (message.seq <= range.toSeq) onMessage(message);
    });
    if (last === 0) return;
    next = last + 1;
  }
}

/** The first message of a subject at or after `seq`, or undefined. */
export async function getNext(
  nc: NatsConnection,
  stream: string,
  subject: string,
  seq: number,
): Promise<StoredMessage | undefined> {
  let found: StoredMessage | undefined;
  await batchGet(nc, stream, { next_by_subj: subject, seq, batch: 1 }, (message) => {
    found = message;
  });
  return found;
}

function batchGet(
  nc: NatsConnection,
  stream: string,
  body: object,
  onMessage: (m: StoredMessage) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (failure?: Error) => {
      clearTimeout(timer);
      subscription.unsubscribe();
      if (failure) reject(failure);
      else resolve();
    };
    const fail = (why: string) => finish(new TransientError("nats.unavailable", `${why} (${stream})`));
    const timer = setTimeout(() => fail("no answer"), timeoutMs);
    const inbox = createInbox();
    const subscription = nc.subscribe(inbox, {
      callback: (error, message) => {
        if (error) return fail(String(error));
        timer.refresh();
        const stored = toStored(message);
        if (stored) onMessage(stored);
        else if (message.headers && message.headers.code !== 204 && message.headers.code !== 404) {
          return fail(`${message.headers.code} ${message.headers.description}`);
        } else if (message.data.length === 0) finish();
      },
    });
    nc.publish(`$JS.API.DIRECT.GET.${stream}`, JSON.stringify(body), { reply: inbox });
  });
}

function toStored(message: Msg): StoredMessage | undefined {
  const headers = message.headers;
  if (!headers) return undefined;
  const seq = Number(headers.get("Nats-Sequence"));
  if (!seq) return undefined;
  const timeMs = Date.parse(headers.get("Nats-Time-Stamp"));
  return { subject: headers.get("Nats-Subject"), seq, timeMs, data: message.data, headers };
}
