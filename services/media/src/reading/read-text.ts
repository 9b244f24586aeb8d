import { decodeText } from "../intake/text-encoding.ts";
import { maxTextLength, type Read } from "./read-task.ts";

/** Plain text and XML as they are, at most 1 MB of it. */
export async function readText(bytes: Uint8Array): Promise<Read> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { status: "corrupt", reason: "no text" };
  return { status: "ok", text: decoded.text.slice(0, maxTextLength) };
}
