import { createHash } from "node:crypto";
import { PermanentError } from "@parley/contract/errors";
import { numberOf, textOf } from "./json.ts";

export type Headers = Record<string, string | string[] | undefined>;

/** `sha256` in lower-case hex. */
export type Download = { bytes: Uint8Array; sha256: string; mimeType?: string };

/** A file on its way: what has come of it, and how the server tells this version from another. */
export type PartialFile = {
  /** The headers that ask for the rest; none when nothing has come, or the server cannot tell whether the file is the same. */
  rest: () => Record<string, string>;
  /** Starts anew with an answer that holds the whole file. Throws `PermanentError("media.too-large")`. */
  restart: (headers: Headers) => void;
  /** Whether an answer of a part is just what comes next of the same file; if not, what has come is forgotten. */
  continues: (headers: Headers) => boolean;
  forget: () => void;
  /** Throws `PermanentError("media.too-large")`. */
  add: (bytes: Uint8Array) => void;
  /** Undefined when bytes are missing, or there are more than were announced. */
  whole: () => Download | undefined;
  begun: () => boolean;
};

/** `maxBytes` bounds what is held. */
export function beginFile(maxBytes: number): PartialFile {
  let [chunks, hash, size]: [Uint8Array[], ReturnType<typeof createHash>, number] = [[], createHash("sha256"), 0];
  let version: string | undefined;
  let total: number | undefined;
  let mimeType: string | undefined;
  const forget = () => {
    [chunks, hash, size] = [[], createHash("sha256"), 0];
    [version, total, mimeType] = [undefined, undefined, undefined];
  };
  const bounded = (bytes: number) => {
    if (bytes > maxBytes) throw new PermanentError("media.too-large", `a file of more than ${maxBytes} bytes`);
  };
  return {
    rest: (): Record<string, string> =>
      size === 0 || version === undefined ? {} : { range: `bytes=${size}-`, "if-range": version },
    restart: (headers) => {
      forget();
      version = versionOf(headers);
      total = numberOf(headers["content-length"]);
      mimeType = textOf(headers["content-type"]);
      bounded(total ?? 0);
    },
    continues: (headers) => {
      const range = contentRange(headers);
      const theSame = (versionOf(headers) ?? version) === version && (total ?? range?.total) === range?.total;
      const next = range !== undefined && range.from === size && theSame;
      if (next) total = range.total;
      else forget();
      return next;
    },
    forget,
    add: (bytes) => {
      size += bytes.length;
      bounded(size);
      hash.update(bytes);
      chunks.push(bytes);
    },
    whole: () => {
      if (total !== undefined && size !== total) return undefined;
      const sha256 = hash.copy().digest("hex");
      return { bytes: Buffer.concat(chunks), sha256, ...(mimeType === undefined ? {} : { mimeType }) };
    },
    begun: () => size > 0,
  };
}

/** A strong ETag. A weak one, or a date, may stand for other bytes: RFC 9110 13.1.5 allows neither here. */
function versionOf({ etag }: Headers): string | undefined {
  const tag = textOf(etag);
  return tag?.startsWith('"') ? tag : undefined;
}

/** Of a part to the file's end; undefined for anything else. */
function contentRange(headers: Headers): { from: number; total: number } | undefined {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(textOf(headers["content-range"]) ?? "") ?? [];
  if (first === undefined || Number(last) + 1 !== Number(total)) return undefined;
  return { from: Number(first), total: Number(total) };
}
