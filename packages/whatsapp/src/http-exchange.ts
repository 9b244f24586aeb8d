import { type Dispatcher, Pool } from "undici";

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** How one request ended. `not-sent`: no byte of it left this process. `lost`: it may have been carried out. */
export type Exchanged =
  | { kind: "answered"; answer: Answer }
  | { kind: "not-sent"; message: string }
  | { kind: "lost"; message: string };

export type ExchangeRequest = {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal | undefined;
  /** For this one, instead of the exchange's own. */
  timeoutMs?: number;
};

export type HttpExchange = {
  exchange: (request: ExchangeRequest) => Promise<Exchanged>;
  close: () => Promise<void>;
};

export type HttpExchangeOptions = { connections: number; timeoutMs: number };

const longestAnswerBytes = 1_048_576;

/**
 * Kept-alive HTTP/1.1 to one origin, one request per connection at a time. It never throws and never repeats a request, and tells
 * whether a failed one was written: undici's own promise API hides that, and costs more per call.
 */
export function openHttpExchange(origin: string, { connections, timeoutMs }: HttpExchangeOptions): HttpExchange {
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    connectTimeout: timeoutMs,
    // The deadline below covers queue, connection, headers and body together.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    exchange: (request) =>
      new Promise((resolve) => {
        const { signal, timeoutMs: ownMs = timeoutMs, ...options } = request;
        const handler = new Exchange(resolve, ownMs, signal);
        if (!handler.settled) pool.dispatch({ ...options, body: options.body ?? null }, handler);
      }),
    close: () => pool.destroy(),
  };
}

class Exchange implements Dispatcher.DispatchHandler {
  settled = false;
  readonly #resolve: (exchanged: Exchanged) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #deadline: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #answer: Answer = { status: 0, headers: {}, body: "" };
  #bytes = 0;

  constructor(resolve: (exchanged: Exchanged) => void, timeoutMs: number, signal: AbortSignal | undefined) {
    this.#resolve = resolve;
    this.#signal = signal;
    this.#deadline = setTimeout(() => this.#giveUp(`no answer within ${timeoutMs} ms`), timeoutMs);
    signal?.addEventListener("abort", this.#onAbort);
    if (signal?.aborted) this.#giveUp("aborted");
  }

  /** Called just before the first byte; to abort here keeps it from being written. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.settled) controller.abort(new Error("given up while it waited for a connection"));
    else this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Answer["headers"]): void {
    this.#answer = { status, headers, body: "" };
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > longestAnswerBytes) this.#giveUp(`an answer of more than ${longestAnswerBytes} bytes`);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const bytes = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks);
    this.#settle({ kind: "answered", answer: { ...this.#answer, body: bytes.toString("utf8") } });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error.message || error.name);
  }

  readonly #onAbort = () => this.#giveUp("aborted");

  #giveUp(message: string): void {
    const controller = this.#controller;
    this.#fail(message);
    controller?.abort(new Error(message));
  }

  #fail(message: string): void {
    this.#settle({ kind: this.#controller === undefined ? "not-sent" : "lost", message });
  }

  #settle(exchanged: Exchanged): void {
    if (this.settled) return;
    this.settled = true;
    clearTimeout(this.#deadline);
    this.#signal?.removeEventListener("abort", this.#onAbort);
    this.#resolve(exchanged);
  }
}
