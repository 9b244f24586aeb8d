import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type ScriptedServerOptions<Request, Script> = {
  /** 0: any free port, on 127.0.0.1. */
  port: number;
  /** A request as it is noted; undefined is answered with 404 and not noted. */
  read: (request: IncomingMessage) => Promise<Request | undefined>;
  play: (response: ServerResponse, script: Script, request: Request) => Promise<void> | void;
  /** What is played when the script is at its end. */
  otherwise: (request: Request) => Script;
  /** The first of the script is played for this request and stays for the next one, too. */
  stays?: (script: Script, request: Request) => boolean;
};

/** A server that notes every request and answers from a script: what the simulated model and transcriber have in common. */
export async function startScriptedServer<Request, Script>(options: ScriptedServerOptions<Request, Script>) {
  const requests: Request[] = [];
  const waiting = new Set<() => void>();
  let script: Script[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const received = await options.read(request);
    if (received === undefined) {
      response.writeHead(404).end();
      return;
    }
    requests.push(received);
    for (const look of waiting) look();
    const [next] = script;
    if (next === undefined || !options.stays?.(next, received)) script = script.slice(1);
    await options.play(response, next ?? options.otherwise(received), received);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((cause: unknown) => response.destroy(cause instanceof Error ? cause : undefined));
  });
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    port,
    /** Oldest first. */
    get requests(): readonly Request[] {
      return requests;
    },
    /** What the next requests get, one after the other; replaces what was left of an earlier script. */
    play: (...next: Script[]) => {
      script = next;
    },
    /** Resolves once so many requests have come in all. */
    received: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (requests.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, "close");
    },
  };
}
