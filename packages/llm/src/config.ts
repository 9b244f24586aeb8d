import { z } from "zod";

/** The variables of the language model; without address and key there is none, and everything works without. */
export const LlmConfig = z.object({
  LLM_PROVIDER: z.enum(["openai", "anthropic"]).default("openai"),
  /** Of an OpenAI-compatible server usually with `/v1` at its end; the provider's own when only a key is given. */
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Servers of one's own often need none. */
  LLM_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "want printable characters without spaces")
    .optional(),
  LLM_MODEL: z.string().min(1).max(200).optional(),
  /** From the question to the last byte of the answer, waiting and asking again included. */
  LLM_TIMEOUT_MS: z.coerce.number().int().positive().max(120_000).default(8_000),
  /** Calls at a time of one replica; four times as many may wait. */
  LLM_CONCURRENCY: z.coerce.number().int().positive().max(256).default(8),
  /** Tokens of one chat in an hour; those of a day are in the business file. */
  LLM_TOKENS_PER_CHAT_HOUR: z.coerce.number().int().nonnegative().default(30_000),
});
export type LlmConfig = z.infer<typeof LlmConfig>;

export type LlmSettings = {
  provider: "openai" | "anthropic";
  baseUrl: string;
  apiKey?: string;
  model: string;
  timeoutMs: number;
  concurrent: number;
  waiting: number;
};

// Small models: all uses here are short and checked afterwards.
const defaults = {
  openai: { baseUrl: "https://api.openai.com/v1", model: "gpt-4.1-mini" },
  anthropic: { baseUrl: "https://api.anthropic.com", model: "claude-haiku-4-5" },
} as const;

/** What to open a model with; undefined when none is configured. */
export function llmSettings(config: LlmConfig): LlmSettings | undefined {
  const { LLM_BASE_URL, LLM_API_KEY, LLM_MODEL, LLM_PROVIDER: provider } = config;
  if (LLM_BASE_URL === undefined && LLM_API_KEY === undefined) return undefined;
  return {
    provider,
    baseUrl: LLM_BASE_URL ?? defaults[provider].baseUrl,
    ...(LLM_API_KEY === undefined ? {} : { apiKey: LLM_API_KEY }),
    model: LLM_MODEL ?? defaults[provider].model,
    timeoutMs: config.LLM_TIMEOUT_MS,
    concurrent: config.LLM_CONCURRENCY,
    waiting: config.LLM_CONCURRENCY * 4,
  };
}
