import { z } from "zod";
import type { LlmSettings } from "./config.ts";
import type { Usage } from "./llm.ts";
import { instructionsOf, type ModelReply, type Protocol, TokenCount } from "./protocol.ts";

const Part = z.looseObject({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() });
const Completion = z.looseObject({
  model: z.string().optional(),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({
          content: z.union([z.string(), z.array(Part)]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: z
    .looseObject({
      prompt_tokens: TokenCount,
      completion_tokens: TokenCount,
      prompt_tokens_details: z.looseObject({ cached_tokens: TokenCount.nullish() }).nullish(),
    })
    .nullish()
    .catch(undefined),
});
type Completion = z.infer<typeof Completion>;

/** Chat completions: OpenAI and the many servers that speak its language. */
export function openAiProtocol({ baseUrl, apiKey }: Pick<LlmSettings, "baseUrl" | "apiKey">): Protocol {
  const { pathname, hostname } = new URL(baseUrl);
  const own = hostname === "api.openai.com";
  const base = pathname.replace(/\/+$/, "").replace(/\/chat\/completions$/, "");
  return {
    path: `${base === "" ? "/v1" : base}/chat/completions`,
    headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
    // Compatible servers know the old name, OpenAI's newer models only the new one.
    dialect: { temperature: true, schema: true, tokens: own ? "max_completion_tokens" : "max_tokens" },
    body: (call, dialect) => ({
      model: call.model,
      messages: [{ role: "system", content: instructionsOf(call, dialect.schema) }, ...call.messages],
      [dialect.tokens]: call.maxTokens,
      ...(dialect.temperature ? { temperature: 0 } : {}),
      ...(dialect.schema
        ? {
            response_format: {
              type: "json_schema",
              json_schema: { name: "answer", strict: call.schema.strict, schema: call.schema.json },
            },
          }
        : {}),
    }),
    read,
  };
}

function read(body: unknown): ModelReply {
  const { data: completion } = Completion.safeParse(body);
  const [choice] = completion?.choices ?? [];
  if (completion === undefined || choice === undefined) return { kind: "malformed" };
  const { finish_reason, message } = choice;
  const usage = usageOf(completion);
  const parts =
    typeof message.content === "string" ? [{ type: "text", text: message.content }] : (message.content ?? []);
  if (finish_reason === "content_filter") return { kind: "refused", reason: "content-filter", ...usage };
  const refused = (message.refusal ?? "") !== "" || parts.some(({ type }) => type === "refusal");
  if (refused) return { kind: "refused", reason: "refusal", ...usage };
  return {
    kind: "said",
    text: parts.map(({ text }) => text ?? "").join(""),
    truncated: finish_reason === "length",
    ...usage,
    ...(completion.model === undefined ? {} : { model: completion.model }),
  };
}

function usageOf({ usage }: Completion): { usage?: Usage } {
  if (usage === null || usage === undefined) return {};
  const cached = usage.prompt_tokens_details?.cached_tokens ?? 0;
  return { usage: { input: usage.prompt_tokens, cached, output: usage.completion_tokens } };
}
