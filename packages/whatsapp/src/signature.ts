import { createHmac, timingSafeEqual } from "node:crypto";

/** Meta's `X-Hub-Signature-256` for these bytes: `sha256=` and the HMAC in lower-case hex. */
export function signBody(secret: string, body: Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

const form = /^sha256=([0-9a-f]{64})$/i;

/** True when `header` signs exactly these bytes, as they came and before any parsing. An empty secret matches nothing. */
export function signatureMatches(secret: string, body: Uint8Array, header: string | undefined): boolean {
  const given = header === undefined ? undefined : form.exec(header)?.[1];
  if (given === undefined || secret === "") return false;
  return timingSafeEqual(Buffer.from(given, "hex"), createHmac("sha256", secret).update(body).digest());
}
