/** A message over the pipe between service and child: a JSON header and bytes. */
export type Frame = { header: unknown; bytes: Uint8Array };
/** Largest header and body, bytes. */
export type FrameLimits = { header: number; body: number };

const prefixBytes = 8;

/** The parts of a frame to write one after the other; the body is not copied. */
export function frameParts({ header, bytes }: Frame): Uint8Array[] {
  const json = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt32LE(json.length, 0);
  prefix.writeUInt32LE(bytes.byteLength, 4);
  return bytes.byteLength === 0 ? [prefix, json] : [prefix, json, bytes];
}

/**
 * Puts chunks together to frames. What announces more than `limits`, or is no JSON, calls `refuse` once and is read no
 * further: the other side is not trusted.
 */
export function frameReader(limits: FrameLimits, take: (frame: Frame) => void, refuse: (reason: string) => void) {
  let chunks: Uint8Array[] = [];
  let held = 0;
  let wanted = prefixBytes;
  let refused = false;
  const stop = (reason: string) => {
    refused = true;
    chunks = [];
    refuse(reason);
  };
  return (chunk: Uint8Array): void => {
    if (refused) return;
    chunks.push(chunk);
    held += chunk.byteLength;
    while (!refused && held >= wanted) {
      const all = Buffer.concat(chunks);
      const [header, body] = [all.readUInt32LE(0), all.readUInt32LE(4)];
      wanted = prefixBytes + header + body;
      chunks = [all];
      if (header > limits.header || body > limits.body) stop(`a message of ${header + body} bytes`);
      if (refused) return;
      if (held < wanted) return;
      const parsed = parseJson(all.subarray(prefixBytes, prefixBytes + header));
      if (parsed === undefined) stop("a message that is no JSON");
      if (refused) return;
      const rest = all.subarray(wanted);
      const bytes = all.subarray(prefixBytes + header, wanted);
      [chunks, held, wanted] = [[rest], rest.byteLength, prefixBytes];
      take({ header: parsed, bytes });
    }
  };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
