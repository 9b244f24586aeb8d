import type { ServerResponse } from "node:http";
import { isChatId } from "@parley/contract/ids";
import { badRequest, HttpError } from "../http-error.ts";
import type { Handler } from "../http-request.ts";
import { filterOf } from "./paging.ts";

export type EventHubOptions = {
  /** The number of clients after each change. */
  connected: (clients: number) => void;
  dropped: () => void;
};
type Client = { response: ServerResponse; chat: string | undefined };

const heartbeatMs = 15_000;
// A client this far behind will not catch up; it may connect again and read the timeline.
const maxUnsentBytes = 1_000_000;

/** Server-sent events to everybody who listens. Nothing is kept for those who do not. */
export class EventHub {
  readonly #options: EventHubOptions;
  readonly #clients = new Set<Client>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(options: EventHubOptions) {
    this.#options = options;
    this.#heartbeat = setInterval(() => this.#send(() => true, ": still here\n\n"), heartbeatMs);
    this.#heartbeat.unref();
  }

  get clients(): number {
    return this.#clients.size;
  }

  /** `json` in one line, as it is stored. */
  broadcast(event: "turn" | "message" | "dead-letter", chat: string, json: string): void {
    if (this.#clients.size === 0) return;
    const frame = `event: ${event}\ndata: ${json.replaceAll("\n", " ")}\n\n`;
    this.#send((client) => client.chat === undefined || client.chat === chat, frame);
  }

  add(response: ServerResponse, chat: string | undefined): void {
    const client = { response, chat };
    this.#clients.add(client);
    this.#options.connected(this.#clients.size);
    response.on("close", () => {
      this.#clients.delete(client);
      this.#options.connected(this.#clients.size);
    });
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      // nginx would hold events back otherwise.
      "x-accel-buffering": "no",
    });
    response.write("retry: 1000\n\n");
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    for (const { response } of this.#clients) response.end();
  }

  #send(wanted: (client: Client) => boolean, frame: string): void {
    for (const client of this.#clients) {
      if (!wanted(client)) continue;
      client.response.write(frame);
      if (client.response.writableLength <= maxUnsentBytes) continue;
      this.#options.dropped();
      client.response.destroy();
    }
  }
}

/** `GET /api/events` `?chat`: turns, messages outside turns and dead letters as they are stored. */
export function streamEvents(hub: EventHub, maxClients: number): Handler {
  return (request) => {
    const chat = filterOf(request, "chat");
    if (chat !== undefined && !isChatId(chat)) throw badRequest("not a chat id: want <account>~<contact>");
    if (request.method === "HEAD") return { status: 200, contentType: "text/event-stream; charset=utf-8", body: "" };
    if (hub.clients >= maxClients) throw new HttpError(503, "rate-limited", `${maxClients} clients listen already`);
    return { status: 200, takeOver: (response) => hub.add(response, chat) };
  };
}
