/** One file of a zip as the central directory declares it. `method`: 0 stored, 8 deflated. */
export type ZipEntry = {
  name: string;
  method: number;
  packedBytes: number;
  bytes: number;
  headerAt: number;
  encrypted: boolean;
};
export type ZipDirectory = { status: "ok"; entries: ZipEntry[] } | { status: "corrupt" | "too_large"; reason: string };

const maxEntries = 2000;
const endBytes = 22;
const entryBytes = 46;

/** The central directory of a zip, at most 2,000 entries of it; nothing is unpacked. Zip64 counts as too large. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return { status: "corrupt", reason: "no zip directory" };
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > maxEntries || start === 0xffffffff) return { status: "too_large", reason: `${count} zip entries` };
  const entries: ZipEntry[] = [];
  let at = start;
  while (entries.length < count) {
    if (at + entryBytes > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      return { status: "corrupt", reason: "broken zip directory" };
    }
    const nameBytes = view.getUint16(at + 28, true);
    entries.push(entryAt(view, at, nameOf(bytes.subarray(at + entryBytes, at + entryBytes + nameBytes))));
    at += entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { status: "ok", entries };
}

/** The mark of the end, at most 64 kB of comment before the file's own. */
function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - endBytes - 65_535);
  for (let at = view.byteLength - endBytes; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function entryAt(view: DataView, at: number, name: string): ZipEntry {
  return {
    name,
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes).replaceAll("\\", "/").replace(/^\//, "");
}
