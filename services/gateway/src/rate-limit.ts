import { HttpError } from "./http-error.ts";

export type RateLimit = { perSecond: number; burst: number; now: () => number };

// About 1 MB; the client that has been quiet longest is forgotten first, which only gives it a full bucket again.
const maxClients = 10_000;

/** One token bucket per client address. Throws 429 when it is empty. */
export function createRateLimit({ perSecond, burst, now }: RateLimit): (client: string) => void {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return (address) => {
    const client = network(address);
    const atMs = now();
    const last = buckets.get(client);
    const tokens = last ? Math.min(burst, last.tokens + ((atMs - last.atMs) / 1000) * perSecond) : burst;
    buckets.delete(client);
    buckets.set(client, { tokens: Math.max(0, tokens - 1), atMs });
    if (buckets.size > maxClients) {
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    }
    if (tokens < 1) {
      throw new HttpError(429, "rate-limited", `at most ${perSecond} requests a second`, {
        headers: { "retry-after": "1" },
      });
    }
  };
}

/** One IPv6 client owns a /64: its addresses count together. */
function network(address: string): string {
  return address.includes(":") && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
}
