import type { IncomingMessage, ServerResponse } from "node:http";
import { startScriptedServer } from "./scripted-server.ts";
import { readBody } from "./simulated-whatsapp-http.ts";

/** What the simulated transcriber does with one request. */
export type TranscriberScript =
  /** The words in the form that was asked for. */
  | { kind: "text"; text: string; language?: string; segments?: readonly object[] }
  /** Only `{"text": …}`, whatever was asked for. */
  | { kind: "json"; text: string }
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
  /** Refuses verbose_json with 400 as some models do, and answers json. */
  | { kind: "json-only"; text: string }
  /** Waits for `until` and then does the next thing. */
  | { kind: "slow"; until: Promise<unknown>; next: TranscriberScript }
  | { kind: "hang" | "reset" }
  /** Any body with status 200. */
  | { kind: "body"; body: string }
  | { kind: "huge"; bytes: number };

/** A request as it came: the fields of the form, and the file. */
export type TranscriberRequest = {
  path: string;
  headers: IncomingMessage["headers"];
  fields: Record<string, string>;
  file: { name: string; type: string; bytes: Uint8Array };
};

export type SimulatedTranscriber = Awaited<ReturnType<typeof startSimulatedTranscriber>>;

/** A server with OpenAI's `POST …/audio/transcriptions` and scripted answers and faults. Without a script: 500. */
export async function startSimulatedTranscriber({ port = 0 }: { port?: number } = {}) {
  const server = await startScriptedServer<TranscriberRequest, TranscriberScript>({
    port,
    read: receivedFrom,
    play,
    otherwise: () => ({ kind: "status", status: 500 }),
    // It is asked twice: it stays until json is asked for.
    stays: ({ kind }, { fields }) => kind === "json-only" && fields.response_format !== "json",
  });
  /** What TRANSCRIBE_URL is set to. */
  return Object.assign(server, { url: `http://127.0.0.1:${server.port}/v1` });
}

async function play(response: ServerResponse, script: TranscriberScript, request: TranscriberRequest): Promise<void> {
  const verbose = request.fields.response_format === "verbose_json";
  switch (script.kind) {
    case "hang":
      return;
    case "reset":
      response.destroy();
      return;
    case "slow":
      await script.until;
      return play(response, script.next, request);
    case "status":
      return answer(
        response,
        script.status,
        script.body ?? { error: { message: "simulated failure" } },
        script.headers,
      );
    case "body":
      return answer(response, 200, script.body);
    case "huge":
      return answer(response, 200, { text: "x".repeat(script.bytes) });
    case "json":
      return answer(response, 200, { text: script.text });
    case "json-only":
      if (!verbose) return answer(response, 200, { text: script.text });
      return answer(response, 400, { error: { message: "response_format 'verbose_json' is not compatible" } });
    case "text": {
      if (!verbose) return answer(response, 200, { text: script.text });
      const { text, language = "spanish" } = script;
      const usual = {
        id: 0,
        start: 0,
        end: 2,
        text: ` ${text}`,
        temperature: 0,
        avg_logprob: -0.2,
        no_speech_prob: 0.01,
      };
      const segments = script.segments ?? (text === "" ? [] : [usual]);
      return answer(response, 200, { task: "transcribe", language, duration: 2, text, segments });
    }
  }
}

function answer(response: ServerResponse, status: number, body: string | object, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(text);
}

async function receivedFrom(request: IncomingMessage): Promise<TranscriberRequest | undefined> {
  const { url = "/", method, headers } = request;
  const body = await readBody(request);
  if (method !== "POST" || !url.endsWith("/audio/transcriptions") || body === undefined) return undefined;
  const contentType = headers["content-type"] ?? "";
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
  const fields: Record<string, string> = {};
  let file = { name: "", type: "", bytes: new Uint8Array() };
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value;
    else file = { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return { path: url, headers, fields, file };
}
