/** FNV-1a, 32 bit, over UTF-8 bytes; the same in every service and for ever. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return fnv1aBytes(Buffer.from(text, "utf8"));
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

function fnv1aBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

export function partitionOf(key: string, partitions: number): number {
  return fnv1a(key) % partitions;
}

/** The partition as it stands in subjects and keys: two digits at least, so that lists sort. */
export function partitionToken(partition: number): string {
  return String(partition).padStart(2, "0");
}
