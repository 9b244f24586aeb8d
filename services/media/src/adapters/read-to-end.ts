import { setTimeout } from "node:timers/promises";
import { TransientError } from "@parley/contract/errors";
import { getNext, type StoredMessage } from "@parley/jetstream/direct-get";
import { openReader } from "@parley/jetstream/reader";
import { streamState } from "@parley/jetstream/stream-info";

type Connection = Parameters<typeof getNext>[0];
export type ReadStored = Pick<StoredMessage, "subject" | "seq" | "timeMs" | "data">;
type Asked = {
  stream: string;
  subject: string /** Silence after which it is looked whether anything is left. */;
  quietMs?: number;
};

const lookMs = 20;
const standardQuietMs = 5_000;
const longestQuietMs = 30_000;
const log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Calls back with all messages there are now of a subject with wildcards, oldest first. By a consumer: the server counts what is left
 * for each batch of direct gets, and 300,000 subjects took it ten minutes. Throws `TransientError("nats.unavailable")` after 30 s of silence.
 */
export async function readToEnd(nc: Connection, asked: Asked, onMessage: (message: ReadStored) => void): Promise<void> {
  const { stream, subject, quietMs = standardQuietMs } = asked;
  const { last_seq: end } = await streamState(nc, stream);
  if ((await getNext(nc, stream, subject, 1)) === undefined) return;
  const progress = { seq: 0, isOver: false };
  const reader = await openReader(nc, {
    ...{ stream, filterSubjects: [subject], startSeq: 1, log },
    onMessage: ({ pending, ...message }) => {
      if (progress.isOver) return;
      if (message.seq <= end) onMessage(message);
      progress.seq = message.seq;
      progress.isOver = pending === 0 || message.seq >= end;
    },
  });
  // The last one may be removed before it is read, and then nothing more comes.
  const nothingLeft = async () => ((await getNext(nc, stream, subject, progress.seq + 1))?.seq ?? end + 1) > end;
  try {
    await untilOver(progress, { quietMs, nothingLeft });
  } finally {
    await reader.stop();
  }
}

/** Looks every 20 ms; when it has stood still for `quietMs`, whether anything is left. Rejects after 30 s of silence. */
async function untilOver(
  progress: Readonly<{ seq: number; isOver: boolean }>,
  { quietMs, nothingLeft }: { quietMs: number; nothingLeft: () => Promise<boolean> },
): Promise<void> {
  let before = progress.seq;
  let lookedMs = 0;
  for (let quiet = 0; !progress.isOver; quiet += lookMs) {
    await setTimeout(lookMs);
    if (progress.seq !== before) {
      before = progress.seq;
      quiet = 0;
      lookedMs = 0;
    }
    if (quiet >= longestQuietMs) throw new TransientError("nats.unavailable", "a stream stopped being read");
    if (quiet - lookedMs < quietMs) continue;
    lookedMs = quiet;
    if (await nothingLeft().catch(() => false)) return;
  }
}
