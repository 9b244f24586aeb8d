import { z } from "zod";
import type { LlmSettings } from "./config.ts";
import type { Usage } from "./llm.ts";
import { instructionsOf, type ModelReply, type Protocol, TokenCount } from "./protocol.ts";

const Message = z.looseObject({
  type: z.literal("message"),
  model: z.string().optional(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional(), input: z.unknown().optional() })),
  stop_reason: z.string().nullish(),
  usage: z
    .looseObject({
      input_tokens: TokenCount,
      output_tokens: TokenCount,
      cache_read_input_tokens: TokenCount.nullish(),
      cache_creation_input_tokens: TokenCount.nullish(),
    })
    .nullish()
    .catch(undefined),
});
type Message = z.infer<typeof Message>;

const tool = "give_answer";
const truncating = new Set(["max_tokens", "model_context_window_exceeded"]);

/** Anthropic's messages; the answer comes as the input of a tool that the model is made to use. */
export function anthropicProtocol({ baseUrl, apiKey }: Pick<LlmSettings, "baseUrl" | "apiKey">): Protocol {
  const base = new URL(baseUrl).pathname.replace(/\/+$/, "").replace(/\/messages$/, "");
  return {
    path: base.endsWith("/v1") ? `${base}/messages` : `${base}/v1/messages`,
    headers: { "anthropic-version": "2023-06-01", ...(apiKey === undefined ? {} : { "x-api-key": apiKey }) },
    dialect: { temperature: true, schema: true, tokens: "max_tokens" },
    body: (call, dialect) => ({
      model: call.model,
      system: instructionsOf(call, dialect.schema),
      messages: call.messages,
      max_tokens: call.maxTokens,
      ...(dialect.temperature ? { temperature: 0 } : {}),
      ...(dialect.schema
        ? {
            tools: [{ name: tool, description: "Gives the answer.", input_schema: call.schema.json }],
            tool_choice: { type: "tool", name: tool, disable_parallel_tool_use: true },
          }
        : {}),
    }),
    read,
  };
}

function read(body: unknown): ModelReply {
  const { data: message } = Message.safeParse(body);
  if (message === undefined) return { kind: "malformed" };
  const usage = usageOf(message);
  if (message.stop_reason === "refusal") return { kind: "refused", reason: "refusal", ...usage };
  const used = message.content.find(({ type }) => type === "tool_use");
  const text = message.content.map((block) => (block.type === "text" ? (block.text ?? "") : "")).join("");
  return {
    kind: "said",
    text: used === undefined ? text : JSON.stringify(used.input ?? null),
    ...(used === undefined ? {} : { value: used.input }),
    truncated: truncating.has(message.stop_reason ?? ""),
    ...usage,
    ...(message.model === undefined ? {} : { model: message.model }),
  };
}

function usageOf({ usage }: Message): { usage?: Usage } {
  if (usage === null || usage === undefined) return {};
  const cached = usage.cache_read_input_tokens ?? 0;
  // Its input_tokens leave out what was read from the cache or written to it.
  const input = usage.input_tokens + cached + (usage.cache_creation_input_tokens ?? 0);
  return { usage: { input, cached, output: usage.output_tokens } };
}
