import { closeSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { type ImageType, imageTypeOf } from "@parley/whatsapp/image-type";

export type FoundFile = { path: string; sizeBytes: number };

/** A file below `folder` by its relative path; undefined when there is none, or when the path or a link leads out of the folder. */
export function findBelow(folder: string, path: string): FoundFile | undefined {
  if (isAbsolute(path)) return undefined;
  try {
    const real = realpathSync(resolve(folder, path));
    const inside = relative(realpathSync(folder), real);
    if (inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
    const found = statSync(real);
    return found.isFile() ? { path: real, sizeBytes: found.size } : undefined;
  } catch {
    return undefined; // no such file, or none we may look at: for who asks there is none
  }
}

/** What kind of picture a file is by its first bytes; undefined for none. */
export function imageTypeIn(path: string): ImageType | undefined {
  const head = new Uint8Array(32);
  const file = openSync(path, "r");
  try {
    return imageTypeOf(head.subarray(0, readSync(file, head)));
  } finally {
    closeSync(file);
  }
}
