import { createHash } from "node:crypto";

export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A checksum in either of the two spellings webhooks use (hex, base64) as hex; undefined for anything else. */
export function asSha256Hex(checksum: string): string | undefined {
  if (/^[0-9a-f]{64}$/i.test(checksum)) return checksum.toLowerCase();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(checksum)) return undefined;
  const hex = Buffer.from(checksum, "base64").toString("hex");
  return hex.length === 64 ? hex : undefined;
}
