/** A number that is the same every time the turn is handled: `C-4821930`. */
export function ticketNumber(turnId: string, prefix: string): string {
  // FNV-1a: spreads ids that differ in the last character only.
  let hash = 0x811c9dc5;
  for (let at = 0; at < turnId.length; at++) hash = Math.imul(hash ^ turnId.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return `${prefix}-${1_000_000 + (hash % 9_000_000)}`;
}
