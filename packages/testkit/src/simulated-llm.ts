import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { startScriptedServer } from "./scripted-server.ts";
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
  const server = await startScriptedServer<LlmRequest, LlmScript>({
    port,
    read: async (request) => receivedFrom(request, parseJson((await readBody(request)) ?? Buffer.from(""))),
    play: (response, script, { protocol }) => playScript(response, script, protocol),
    otherwise: (request) => answer?.(request) ?? { kind: "status", status: 500 },
  });
  return Object.assign(server, { url: `http://127.0.0.1:${server.port}` });
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
