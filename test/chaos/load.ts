import { setTimeout as sleep } from "node:timers/promises";

/**
 * Sends steps 1, 2, 3 … of every chat at a fixed rate in total. Like Meta it repeats a step until it is stored, and sends the next one of
 * that chat only then.
 */
export function startLoad(options: {
  chats: readonly string[];
  perSecond: number;
  send: (chat: string, n: number) => Promise<void>;
}) {
  const { chats, perSecond, send } = options;
  const queues = chats.map((chat) => ({ chat, due: 0, stored: 0, busy: Promise.resolve(), running: false }));
  let repeats = 0;
  let scheduled = 0;
  let stopped = false;
  const startedAt = performance.now();

  const work = async (queue: (typeof queues)[number]) => {
    queue.running = true;
    while (queue.stored < queue.due) {
      try {
        await send(queue.chat, queue.stored + 1);
        queue.stored++;
      } catch {
        repeats++;
        await sleep(100);
      }
    }
    queue.running = false;
  };
  const tick = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1_000);
    for (; scheduled < due && !stopped; scheduled++) {
      const queue = queues[scheduled % queues.length];
      if (!queue) continue;
      queue.due++;
      if (!queue.running) queue.busy = work(queue);
    }
  }, 5);

  return {
    stored: () => queues.reduce((sum, queue) => sum + queue.stored, 0),
    repeats: () => repeats,
    /** Nothing new; resolves with the number of each chat once everything due is stored. */
    async stop(): Promise<Map<string, number>> {
      stopped = true;
      clearInterval(tick);
      await Promise.all(queues.map((queue) => queue.busy));
      return new Map(queues.map((queue) => [queue.chat, queue.stored]));
    },
  };
}
