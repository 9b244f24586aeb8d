import type { ServerResponse } from "node:http";

export type SimulatedUsage = { input: number; output: number; cached?: number };

/** What the simulated model does with one request. */
export type LlmScript =
  /** The object it was asked for. */
  | { kind: "object"; value: unknown; usage?: SimulatedUsage | "none"; model?: string }
  /** Any words; `length`: cut off by the limit of tokens. */
  | { kind: "text"; text: string; finish?: "stop" | "length"; usage?: SimulatedUsage | "none" }
  | { kind: "refusal"; filtered?: boolean }
  | { kind: "empty" }
  /** A status with an error of its provider's form, or with any body. */
  | { kind: "status"; status: number; code?: string; message?: string; body?: string; headers?: Record<string, string> }
  /** Waits for `until` and then does the next thing. */
  | { kind: "slow"; until: Promise<unknown>; next: LlmScript }
  | { kind: "hang" }
  /** Sends the head and a part of the body, and then nothing. */
  | { kind: "stall" }
  | { kind: "reset" }
  | { kind: "reset-mid-body" }
  /** A complete answer whose JSON is cut. */
  | { kind: "cut" }
  | { kind: "huge"; bytes: number };

export type LlmProtocolName = "openai" | "anthropic";

const usualUsage: SimulatedUsage = { input: 40, output: 8 };

/** Plays one script on a response. */
export async function playScript(
  response: ServerResponse,
  script: LlmScript,
  protocol: LlmProtocolName,
): Promise<void> {
  switch (script.kind) {
    case "hang":
      return;
    case "slow":
      await script.until;
      return playScript(response, script.next, protocol);
    case "reset":
      response.destroy();
      return;
    case "stall":
    case "reset-mid-body":
      response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
      response.write('{"model":"sim', () => {
        if (script.kind === "reset-mid-body") response.destroy();
      });
      return;
    case "cut": {
      const whole = JSON.stringify(messageOf({ kind: "object", value: { cut: true } }, protocol));
      send(response, 200, whole.slice(0, whole.length / 2));
      return;
    }
    case "huge":
      send(response, 200, JSON.stringify({ padding: "x".repeat(script.bytes) }));
      return;
    case "status": {
      const { status, body, headers } = script;
      send(response, status, body ?? JSON.stringify(errorOf(script, protocol)), headers);
      return;
    }
    case "object":
    case "text":
    case "refusal":
    case "empty":
      send(response, 200, JSON.stringify(messageOf(script, protocol)));
  }
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  const contentType = body.startsWith("<") ? "text/html" : "application/json";
  response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(body), ...headers });
  response.end(body);
}

function errorOf({ code, message }: Extract<LlmScript, { kind: "status" }>, protocol: LlmProtocolName): object {
  const text = message ?? "simulated failure";
  if (protocol === "anthropic") return { type: "error", error: { type: code ?? "api_error", message: text } };
  return { error: { message: text, type: "simulated_error", param: null, code: code ?? null } };
}

type Said = Extract<LlmScript, { kind: "object" | "text" | "refusal" | "empty" }>;

function messageOf(said: Said, protocol: LlmProtocolName): object {
  return protocol === "openai" ? completionOf(said) : anthropicMessageOf(said);
}

function completionOf(said: Said): object {
  const refused = said.kind === "refusal" && said.filtered !== true;
  const message = {
    role: "assistant",
    content: said.kind === "refusal" ? null : textOf(said),
    refusal: refused ? "I cannot help with that." : null,
  };
  const finish_reason = said.kind === "refusal" && said.filtered === true ? "content_filter" : finishOf(said);
  const usage = usageOf(said);
  return {
    id: "chatcmpl-simulated",
    object: "chat.completion",
    created: 0,
    model: modelOf(said),
    choices: [{ index: 0, message, finish_reason, logprobs: null }],
    ...(usage === undefined
      ? {}
      : {
          usage: {
            prompt_tokens: usage.input,
            completion_tokens: usage.output,
            total_tokens: usage.input + usage.output,
            prompt_tokens_details: { cached_tokens: usage.cached ?? 0 },
          },
        }),
  };
}

function anthropicMessageOf(said: Said): object {
  const usage = usageOf(said) ?? usualUsage;
  const stop = finishOf(said) === "length" ? "max_tokens" : "end_turn";
  return {
    id: "msg_simulated",
    type: "message",
    role: "assistant",
    model: modelOf(said),
    content: blocksOf(said),
    stop_reason: said.kind === "refusal" ? "refusal" : said.kind === "object" ? "tool_use" : stop,
    stop_sequence: null,
    usage: {
      input_tokens: usage.input - (usage.cached ?? 0),
      output_tokens: usage.output,
      cache_read_input_tokens: usage.cached ?? 0,
      cache_creation_input_tokens: 0,
    },
  };
}

function blocksOf(said: Said): object[] {
  if (said.kind === "object") return [{ type: "tool_use", id: "toolu_1", name: "give_answer", input: said.value }];
  return said.kind === "text" ? [{ type: "text", text: said.text }] : [];
}

function textOf(said: Said): string {
  if (said.kind === "object") return JSON.stringify(said.value);
  return said.kind === "text" ? said.text : "";
}

function finishOf(said: Said): "stop" | "length" {
  return said.kind === "text" ? (said.finish ?? "stop") : "stop";
}

function usageOf(said: Said): SimulatedUsage | undefined {
  const usage = said.kind === "object" || said.kind === "text" ? said.usage : undefined;
  return usage === "none" ? undefined : (usage ?? usualUsage);
}

function modelOf(said: Said): string {
  return (said.kind === "object" ? said.model : undefined) ?? "simulated-model";
}
