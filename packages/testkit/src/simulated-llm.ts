import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";
import { type LlmProtocolName, type LlmScript, playScript } from "./simulated-llm-answers.ts";
import { parseJson, readBody } from "./simulated-whatsapp-http.ts";

/** A request as the simulated model got it. */
export type LlmRequest = {
  protocol: LlmProtocolName;
  path: string;
  headers: IncomingMessage["headers"];
  /** As it was sent. */
  body: Record<string, unknown>;
  /** The instructions, in both protocols. */
  system: string;
  messages: readonly { role: string; content: string }[];
};

export type SimulatedLlmOptions = {
  /** 0 or absent: any free port, on 127.0.0.1. */
  port?: number;
  /** What is answered when the script is at its end; without it that is a 500. */
  answer?: (request: LlmRequest) => LlmScript;
};

export type SimulatedLlm = Awaited<ReturnType<typeof startSimulatedLlm>>;

const Sent = z.looseObject({
  system: z.string().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/** A server that plays a language model in both protocols: `…/chat/completions` and `…/messages`, with scripted answers and faults. */
export async function startSimulatedLlm({ port = 0, answer }: SimulatedLlmOptions = {}) {
  const requests: LlmRequest[] = [];
  const waiting = new Set<() => void>();
  let script: LlmScript[] = [];
  const server = createServer((request, response) => {
    readBody(request)
      .then((body) => {
        const received = receivedFrom(request, parseJson(body ?? Buffer.from("")));
        if (received === undefined) {
          response.writeHead(404).end();
          return;
        }
        requests.push(received);
        for (const look of waiting) look();
        const next = script.shift() ?? answer?.(received) ?? { kind: "status", status: 500 };
        return playScript(response, next, received.protocol);
      })
      .catch((cause: unknown) => response.destroy(cause instanceof Error ? cause : undefined));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const listening = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${listening}`,
    /** Oldest first. */
    get requests(): readonly LlmRequest[] {
      return requests;
    },
    /** What the next requests get, one after the other; replaces what was left of an earlier script. */
    play: (...next: LlmScript[]) => {
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

function receivedFrom({ url = "/", headers }: IncomingMessage, sent: unknown): LlmRequest | undefined {
  const protocol = url.endsWith("/chat/completions") ? "openai" : url.endsWith("/messages") ? "anthropic" : undefined;
  const { data: body } = Sent.safeParse(sent);
  if (protocol === undefined || body === undefined) return undefined;
  const said = body.messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const system = body.system ?? said.join("\n");
  const messages = body.messages.filter(({ role }) => role !== "system");
  return { protocol, path: url, headers, body, system, messages };
}
