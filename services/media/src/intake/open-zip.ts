import { inflateRawSync } from "node:zlib";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** A zip that passed the preflight. `read` gives one file's bytes, undefined when it is not there; throws `ZipError`. */
export type OpenZip = { names: readonly string[]; read: (name: string) => Uint8Array | undefined };

/** Why a zip is not read any further. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly status: "corrupt" | "too_large" | "encrypted";
  constructor(status: ZipError["status"], message: string) {
    super(message);
    this.status = status;
  }
}

/** Unpacked bytes of all files together; ratio counts for files above 1 MB. Measured: real office files stay far below. */
const limits = { totalBytes: 64_000_000, ratio: 200, ratioFromBytes: 1_000_000 };

/** Judges a zip by what its directory declares, before anything is unpacked; unpacking is bound by the declared size. */
export function openZip(bytes: Uint8Array): OpenZip {
  const directory = readZipDirectory(bytes);
  if (directory.status !== "ok") throw new ZipError(directory.status, directory.reason);
  const { entries } = directory;
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > limits.totalBytes) throw new ZipError("too_large", `unpacks to ${total} bytes`);
  const bomb = entries.find((e) => e.bytes > limits.ratioFromBytes && e.bytes > e.packedBytes * limits.ratio);
  if (bomb !== undefined) throw new ZipError("too_large", `${bomb.name} is packed ${limits.ratio} times and more`);
  if (entries.some(({ encrypted }) => encrypted)) throw new ZipError("encrypted", "an entry has a password");
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    names: entries.map(({ name }) => name),
    read: (name) => {
      const entry = byName.get(name.toLowerCase());
      return entry && unpack(bytes, entry);
    },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { headerAt, packedBytes, method } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerAt + 30 > bytes.length) throw new ZipError("corrupt", `${entry.name} lies outside the file`);
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes) throw new ZipError("corrupt", `${entry.name} is cut off`);
  if (method === 0) return packed;
  if (method !== 8) throw new ZipError("corrupt", `${entry.name} is packed by method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  } catch (cause) {
    const larger = cause instanceof RangeError;
    throw new ZipError(larger ? "too_large" : "corrupt", `${entry.name} does not unpack as declared`);
  }
}
