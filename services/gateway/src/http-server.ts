import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log } from "@parley/actor/actor";
import { errorBody, type HttpError, toHttpError } from "./http-error.ts";
import { type HttpAnswer, type HttpRequest, readBody } from "./http-request.ts";
import type { Match, Router } from "./http-router.ts";

export type HttpServerOptions = {
  host: string;
  port: number;
  maxConnections: number;
  router: Router;
  /** Runs before a route's handler; refuses by throwing `HttpError`. */
  admit: (request: HttpRequest) => void;
  /** `route` is the routing table's path, `none` when there is none. */
  answered: (route: string, status: number) => void;
  log: Log;
};
export type HttpServer = {
  url: string;
  /** Takes no new connections, finishes what runs (10 s at most), then ends. */
  stop(): Promise<void>;
};

const maxHeaderBytes = 16_384;
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;
// Longer than the 60 s of common load balancers, so that they, not we, end an idle connection.
const keepAliveTimeoutMs = 75_000;
const stopWithinMs = 10_000;

const safetyHeaders = { "x-content-type-options": "nosniff", "cache-control": "no-store" } as const;

export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port, log } = options;
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
    },
    (request, response) => {
      void serve(options, request, response).catch((failure: unknown) => {
        log.error({ error: String(failure) }, "answer not sent");
        response.destroy();
      });
    },
  );
  server.maxConnections = options.maxConnections;
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  const boundPort = typeof address === "object" && address !== null ? address.port : port;
  const shownHost = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${shownHost}:${boundPort}`, stop: () => stopServer(server) };
}

async function serve(options: HttpServerOptions, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  let route = "none";
  try {
    const { request, match } = readRequest(options.router, incoming);
    route = match.route.path;
    options.admit(request);
    const answer = await match.route.handle(request);
    options.answered(route, answer.status);
    if ("takeOver" in answer) answer.takeOver(response);
    else write(response, answer, incoming.method === "HEAD");
  } catch (failure) {
    const error = toHttpError(failure);
    if (error.status >= 500) {
      const { status, code } = error;
      options.log[code === "internal" ? "error" : "warn"]({ route, status, code, err: error.cause }, "request failed");
    }
    options.answered(route, error.status);
    write(response, toAnswer(error), incoming.method === "HEAD");
  }
}

function readRequest(router: Router, incoming: IncomingMessage): { request: HttpRequest; match: Match } {
  const url = incoming.url ?? "/";
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  const method = incoming.method ?? "GET";
  const match = router(method, path);
  const request: HttpRequest = {
    method,
    path,
    params: match.params,
    headers: incoming.headers,
    client: incoming.socket.remoteAddress ?? "",
    body: (maxBytes) => readBody(incoming, maxBytes),
    // Most requests are webhooks, which have no query.
    get query() {
      return new URLSearchParams(mark === -1 ? "" : url.slice(mark + 1));
    },
  };
  return { request, match };
}

function toAnswer(error: HttpError): Exclude<HttpAnswer, { takeOver: unknown }> {
  const contentType = "application/json; charset=utf-8";
  return { status: error.status, contentType, body: errorBody(error), headers: error.headers };
}

function write(response: ServerResponse, answer: Exclude<HttpAnswer, { takeOver: unknown }>, headOnly: boolean): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, {
    ...safetyHeaders,
    "content-type": answer.contentType,
    "content-length": Buffer.byteLength(answer.body),
    ...answer.headers,
  });
  response.end(headOnly ? undefined : answer.body);
}

async function stopServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  const bound = setTimeout(() => server.closeAllConnections(), stopWithinMs);
  // A connection that is between two requests only becomes idle after its answer: look again until none is left.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(sweep);
  clearTimeout(bound);
}
