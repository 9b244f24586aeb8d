import { expect, test } from "vitest";
import { anthropicProtocol } from "./anthropic-protocol.ts";
import { LlmConfig, llmSettings } from "./config.ts";
import { openAiProtocol } from "./openai-protocol.ts";

const settingsOf = (env: Record<string, string>) => llmSettings(LlmConfig.parse(env));

test("without address and key there is no model", () => {
  expect(settingsOf({})).toBeUndefined();
  expect(settingsOf({ LLM_PROVIDER: "anthropic", LLM_MODEL: "x" })).toBeUndefined();
});

test("a key alone means the provider's own servers", () => {
  expect(settingsOf({ LLM_API_KEY: "k" })).toMatchObject({ provider: "openai", baseUrl: "https://api.openai.com/v1" });
  const anthropic = settingsOf({ LLM_API_KEY: "k", LLM_PROVIDER: "anthropic", LLM_MODEL: "m" });
  expect(anthropic).toMatchObject({ baseUrl: "https://api.anthropic.com", model: "m", apiKey: "k", timeoutMs: 8_000 });
});

test("a server of one's own needs no key", () => {
  expect(settingsOf({ LLM_BASE_URL: "http://127.0.0.1:11434/v1" })).not.toHaveProperty("apiKey");
});

test.each([
  { LLM_BASE_URL: "ftp://x" },
  { LLM_API_KEY: "two words" },
  { LLM_PROVIDER: "other" },
  { LLM_TIMEOUT_MS: "0" },
])("%o is not usable", (env) => expect(LlmConfig.safeParse(env).success).toBe(false));

test.each([
  ["http://h", "/v1/chat/completions"],
  ["http://h/v1/", "/v1/chat/completions"],
  ["http://h/openai/deployments/d", "/openai/deployments/d/chat/completions"],
  ["http://h/v1/chat/completions", "/v1/chat/completions"],
])("an OpenAI-compatible server at %s is asked at %s", (baseUrl, path) =>
  expect(openAiProtocol({ baseUrl }).path).toBe(path),
);

test.each([
  ["https://api.anthropic.com", "/v1/messages"],
  ["http://h/v1", "/v1/messages"],
  ["http://h/proxy/", "/proxy/v1/messages"],
  ["http://h/v1/messages", "/v1/messages"],
])("Anthropic's protocol at %s is asked at %s", (baseUrl, path) =>
  expect(anthropicProtocol({ baseUrl }).path).toBe(path),
);

test("OpenAI's own servers get the newer name of the limit", () => {
  expect(openAiProtocol({ baseUrl: "https://api.openai.com/v1" }).dialect.tokens).toBe("max_completion_tokens");
});
