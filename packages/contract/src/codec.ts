import { Packr } from "msgpackr";
import { PermanentError } from "./errors.ts";

// Plain msgpack maps (no record extension), so that any language can read a journal or a page.
const packr = new Packr({ useRecords: false, encodeUndefinedAsNil: true, int64AsType: "number" });

export function encode(value: unknown): Uint8Array {
  return packr.pack(value);
}

/** Throws `PermanentError("message.malformed")` for bytes that are not msgpack. The caller narrows the result. */
export function decode(bytes: Uint8Array): unknown {
  try {
    return packr.unpack(bytes);
  } catch (cause) {
    throw new PermanentError("message.malformed", "not msgpack", { cause });
  }
}
