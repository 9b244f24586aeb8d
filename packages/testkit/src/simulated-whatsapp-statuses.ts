import type { SentMessage } from "./simulated-whatsapp-sent.ts";
import { type ReportedStatus, statusesReported } from "./whatsapp-payloads.ts";

type Options = {
  flushMs: number;
  statuses: readonly ReportedStatus["status"][];
  /** Resolves once the gateway has taken it. */
  deliver: (payload: string) => Promise<void>;
};

type Pending = ReportedStatus & { account: string };

const mostPerPost = 1000;
// About 100 MB. A gateway that is away for longer loses the oldest, as Meta's do after seven days.
const mostPending = 300_000;

/** Reports every accepted message's statuses, all of the last `flushMs` in one POST; one POST at a time, so that they stay in order. */
export function createStatusReporter({ flushMs, statuses, deliver }: Options) {
  let pending: Pending[] = [];
  let timer: NodeJS.Timeout | undefined;
  let delivering = false;
  let stopped = false;
  const counts = { statusesReported: 0, statusesDropped: 0 };

  const schedule = () => {
    if (timer !== undefined || delivering || stopped || pending.length === 0) return;
    timer = setTimeout(() => void flush(), flushMs);
  };

  const flush = async () => {
    timer = undefined;
    delivering = true;
    try {
      while (pending.length > 0 && !stopped) await deliverSome();
    } catch (cause) {
      if (!stopped) throw cause;
    } finally {
      delivering = false;
    }
  };

  const deliverSome = async () => {
    const account = pending[0]?.account ?? "";
    const other = pending.findIndex((status) => status.account !== account);
    const size = Math.min(mostPerPost, other === -1 ? pending.length : other);
    const batch = pending.slice(0, size);
    pending = pending.slice(size);
    await deliver(JSON.stringify(statusesReported(account, batch)));
    counts.statusesReported += batch.length;
  };

  return {
    counts: () => ({ ...counts, statusesPending: pending.length }),
    report: (sent: SentMessage) => {
      const { id, to, effect, account, at } = sent;
      for (const status of statuses) {
        pending.push({ id, status, to, account, atMs: at, ...(effect === undefined ? {} : { effect }) });
      }
      if (pending.length > mostPending) {
        counts.statusesDropped += pending.length - mostPending;
        pending = pending.slice(-mostPending);
      }
      schedule();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
