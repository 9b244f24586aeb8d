import { type EventLoopUtilization, performance } from "node:perf_hooks";

const sampleMs = 50;
const busyFrom = 0.7;
const longestLingerMs = 5;

/**
 * How long a small commit may wait for company. Nothing while the event loop has time to spare: latency stays one round trip. When it has
 * none, bigger commits are what makes it faster.
 */
export class Pace {
  #lingerMs = 0;
  #before: EventLoopUtilization = performance.eventLoopUtilization();

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
    const wanted = Math.max(0, (utilization - busyFrom) / (1 - busyFrom)) * longestLingerMs;
    // Half way each time: one slow event is not a load.
    this.#lingerMs = (this.#lingerMs + wanted) / 2;
  }
}
