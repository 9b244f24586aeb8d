import { deflateRawSync } from "node:zlib";

export type ZipFile = { name: string; bytes: Uint8Array | string; declaredBytes?: number };

/** A zip of these files, deflated; `declaredBytes` lies about a size. Checksums are left 0: readers here do not look at them. */
export function aZip(...files: ZipFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declaredBytes } of files) {
    const raw = Buffer.from(bytes);
    const packed = deflateRawSync(raw);
    const sizes = [packed.length, declaredBytes ?? raw.length] as const;
    const local = Buffer.concat([header(0x04034b50, 30, sizes, name), packed]);
    const entry = header(0x02014b50, 46, sizes, name);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    central.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function header(mark: number, length: number, [packed, plain]: readonly [number, number], name: string): Buffer {
  const at = length === 46 ? 2 : 0;
  const fixed = Buffer.alloc(length);
  fixed.writeUInt32LE(mark, 0);
  fixed.writeUInt16LE(8, 8 + at);
  fixed.writeUInt32LE(packed, 18 + at);
  fixed.writeUInt32LE(plain, 22 + at);
  fixed.writeUInt16LE(Buffer.byteLength(name), 26 + at);
  return Buffer.concat([fixed, Buffer.from(name)]);
}
