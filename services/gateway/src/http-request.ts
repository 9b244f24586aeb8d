import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { badRequest, HttpError } from "./http-error.ts";

export type HttpRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The route's `:name` segments, decoded. */
  params: Readonly<Record<string, string>>;
  headers: IncomingHttpHeaders;
  /** Address of the client, for limits. */
  client: string;
  /** The raw body. Throws 413 above `maxBytes`. */
  body(maxBytes: number): Promise<Buffer>;
};

export type HttpAnswer =
  | { status: number; contentType: string; body: string | Buffer; headers?: Readonly<Record<string, string>> }
  /** Takes the response over, for streams; `status` is what it writes. */
  | { status: number; takeOver: (response: ServerResponse) => void };

export type Handler = (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;

export function json(status: number, value: unknown): HttpAnswer {
  return { status, contentType: "application/json; charset=utf-8", body: JSON.stringify(value) };
}

export function plainText(status: number, body: string): HttpAnswer {
  return { status, contentType: "text/plain; charset=utf-8", body };
}

// A client that is still sending sees a reset instead of its 413 if we hang up at once, so this much more is thrown away first.
const discardBytes = 8_000_000;

/** The body of a request, at most `maxBytes`; more is 413, and never held in memory. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let sizeBytes = 0;
    const tooLarge = () =>
      new HttpError(413, "message.too-large", `the body may have ${maxBytes} bytes`, {
        headers: { connection: "close" },
      });
    request.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= maxBytes) chunks.push(chunk);
      else chunks = [];
      if (sizeBytes > maxBytes + discardBytes) {
        request.pause();
        reject(tooLarge());
      }
    });
    request.on("end", () => {
      if (sizeBytes > maxBytes) return reject(tooLarge());
      const [first] = chunks;
      return resolve(chunks.length === 1 && first ? first : Buffer.concat(chunks));
    });
    request.on("error", (cause) => reject(badRequest("the request ended early", { cause: cause.message })));
    request.on("close", () => {
      if (!request.complete) reject(badRequest("the request ended early"));
    });
  });
}

const maxJsonBytes = 1_000_000;

/** A JSON body of an API call; an empty one is `{}`. Only `application/json`, so that no other site's form can send it. */
export async function readJson(request: HttpRequest): Promise<unknown> {
  const body = await request.body(maxJsonBytes);
  if (body.length === 0) return {};
  if (!(request.headers["content-type"] ?? "").startsWith("application/json")) {
    throw new HttpError(415, "message.malformed", "the body must be application/json");
  }
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw badRequest("the body is not JSON");
  }
}
