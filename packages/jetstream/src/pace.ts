import { type EventLoopUtilization, performance } from "node:perf_hooks";

const sampleMs = 50;
const busyFrom = 0.7;
const longestLingerMs = 8;
// A timer is up to this late without anybody's fault.
const punctualMs = 1.2;

/**
 * How long a small commit may wait for company. Nothing while this process and the machine have time to spare: latency stays one round
 * trip. When they have none, bigger commits are what makes everything faster: a commit costs as much CPU as ten records.
 */
export class Pace {
  #lingerMs = 0;
  #before: EventLoopUtilization = performance.eventLoopUtilization();
  #sampledAt = performance.now();
  #lateMs = 0;

  constructor() {
    setInterval(() => this.#sample(), sampleMs).unref();
  }

  get lingerMs(): number {
    return this.#lingerMs;
  }

  #sample(): void {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    const at = performance.now();
    // Others on the same cores show as timers that come late.
    const lateMs = Math.min(50, Math.max(0, at - this.#sampledAt - sampleMs - punctualMs));
    this.#sampledAt = at;
    this.#lateMs += (lateMs - this.#lateMs) / 8;
    const busyMs = Math.max(0, (utilization - busyFrom) / (1 - busyFrom)) * longestLingerMs;
    const wanted = Math.min(longestLingerMs, busyMs + this.#lateMs * 2);
    // Half way each time: one slow event is not a load.
    this.#lingerMs = (this.#lingerMs + wanted) / 2;
  }
}
