export type Readiness = { ready: true } | { ready: false; reason: string };

/** NATS may be away this long (a restart, a failover) before a replica asks for no more traffic. */
export const toleratedTroubleMs = 20_000;

/**
 * Whether a service should get traffic. It starts not ready, becomes ready once, and then only lasting trouble with NATS
 * or the begin of its drain takes it back: if a short one did, every replica would leave at once.
 */
export class ReadinessTracker {
  #phase: "starting" | "serving" | "draining" = "starting";
  #troubleSinceMs: number | undefined;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  started(): void {
    if (this.#phase === "starting") this.#phase = "serving";
  }

  draining(): void {
    this.#phase = "draining";
  }

  natsLost(): void {
    this.#troubleSinceMs ??= this.#now();
  }

  natsBack(): void {
    this.#troubleSinceMs = undefined;
  }

  current(): Readiness {
    if (this.#phase !== "serving") return { ready: false, reason: this.#phase };
    if (this.#troubleSinceMs === undefined) return { ready: true };
    const awayMs = this.#now() - this.#troubleSinceMs;
    return awayMs < toleratedTroubleMs ? { ready: true } : { ready: false, reason: "nats-unavailable" };
  }
}
