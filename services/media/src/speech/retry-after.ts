/** How long a server asks to wait, ms: `Retry-After` in seconds or as a date; undefined when it says nothing usable. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - nowMs;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
