import type { IncomingMessage, ServerResponse } from "node:http";

export type Reply = {
  status: number;
  body: object | Uint8Array;
  headers?: Record<string, string>;
  /** The connection ends after so many bytes of the body. */
  cutAfterBytes?: number;
};

const mostBytes = 110 * 1_048_576;

/** The whole body; undefined above 110 MB. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
    });
    request.on("end", () => resolve(size > mostBytes ? undefined : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

export function writeReply(response: ServerResponse, { status, body, headers, cutAfterBytes }: Reply): void {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  const contentType = body instanceof Uint8Array ? "application/octet-stream" : "application/json";
  response.writeHead(status, { "content-type": contentType, "content-length": bytes.length, ...headers });
  if (cutAfterBytes === undefined) response.end(bytes);
  else {
    response.flushHeaders();
    response.write(bytes.subarray(0, cutAfterBytes), () => response.socket?.destroySoon());
  }
}

/** An error in Meta's form. */
export function graphError(status: number, code: number, message: string, headers?: Record<string, string>): Reply {
  const error = {
    message: `(#${code}) ${message}`,
    type: "OAuthException",
    code,
    error_data: { messaging_product: "whatsapp", details: message },
    fbtrace_id: "simulated",
  };
  return { status, body: { error }, ...(headers === undefined ? {} : { headers }) };
}
