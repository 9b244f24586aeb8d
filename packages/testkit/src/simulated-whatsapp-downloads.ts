import type { IncomingHttpHeaders } from "node:http";
import type { Fault } from "./simulated-whatsapp-faults.ts";
import type { Reply } from "./simulated-whatsapp-http.ts";

type File = { bytes: Uint8Array; mimeType: string; sha256: string };

/** A file as Meta's file host sends it: whole, or from a byte to its end when the asker has the beginning of the same one. */
export function sendFile(file: File, asked: IncomingHttpHeaders, fault?: Fault): Reply {
  const etag = `"${file.sha256}"`;
  const total = file.bytes.length;
  const [, first] = /^bytes=(\d+)-$/.exec(asked.range ?? "") ?? [];
  const from = Number(first ?? 0);
  const isSame = asked["if-range"] === undefined || asked["if-range"] === etag;
  const part = first !== undefined && isSame && fault?.kind !== "no-ranges";
  if (part && (from >= total || fault?.kind === "416"))
    return { status: 416, body: {}, headers: { "content-range": `bytes */${total}` } };
  const shown = fault?.kind === "wrong-range" ? from + 1 : from;
  return {
    status: part ? 206 : 200,
    body: part ? file.bytes.subarray(from) : file.bytes,
    headers: {
      ...{ "content-type": file.mimeType, "accept-ranges": "bytes", etag },
      ...(part ? { "content-range": `bytes ${shown}-${total - 1}/${total}` } : {}),
    },
    ...(fault?.kind === "cut" ? { cutAfterBytes: fault.afterBytes ?? 0 } : {}),
  };
}
