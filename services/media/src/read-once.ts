import type { MediaReader } from "./read-media.ts";
import type { ReadResult } from "./reading/read-result.ts";

/** Results kept by the file's hash, what it claims to be, and the hint it was listened to with. A result that is not there, or cannot be read, is undefined. */
export type ResultStore = {
  load: (key: string) => Promise<ReadResult | undefined>;
  save: (key: string, result: ReadResult) => Promise<void>;
};

/** `language`: what the chat of a voice note is written in, when that is known. */
export type File = { sha256: string; bytes: Uint8Array; mimeType: string; language?: string | undefined };

/** What another try could end differently: these are not kept. */
const passing = new Set<ReadResult["status"]>(["timeout", "untranscribed"]);

/** Reads each file once, also when it comes several times at the same moment. Never throws. */
export function readOnce(reader: Pick<MediaReader, "read">, results: ResultStore) {
  const running = new Map<string, Promise<ReadResult>>();
  const start = async (key: string, { bytes, mimeType, language }: File) => {
    const known = await results.load(key).catch(() => undefined);
    if (known !== undefined) return known;
    const result = await reader.read({ bytes, mimeType, language });
    // A result that cannot be kept is read again next time.
    if (!passing.has(result.status)) await results.save(key, result).catch(() => {});
    return result;
  };
  return (file: File): Promise<ReadResult> => {
    const key = keyOf(file);
    const already = running.get(key);
    if (already !== undefined) return already;
    const reading = start(key, file).finally(() => running.delete(key));
    running.set(key, reading);
    return reading;
  };
}

/**
 * The same bytes with another claim end differently: one of them is a mismatch. With another hint an engine may hear other
 * words, so a note that is forwarded into a chat of another language is listened to once more.
 */
function keyOf({ sha256, mimeType, language }: File): string {
  const claim = token(mimeType, 80);
  return language === undefined ? `${sha256}.${claim}` : `${sha256}.${claim}.${token(language, 8)}`;
}

function token(text: string, length: number): string {
  return text.replaceAll(/[^a-z0-9.+-]+/gi, "-").slice(0, length);
}
