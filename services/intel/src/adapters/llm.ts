import type { Business } from "@parley/business/business";
import { type LlmConfig, llmSettings } from "@parley/llm/config";
import { type LlmDependencies, type OpenLlm, openLlm } from "@parley/llm/open-llm";

/** The configured model within what the business lets it spend, or none; a changed business file counts at once. */
export function openBusinessLlm(
  config: LlmConfig,
  { metrics, log, business }: Pick<LlmDependencies, "metrics" | "log"> & { business: () => Business },
): OpenLlm {
  const limits = () => {
    const { tokensPerDay, callsPerChatPerDay } = business().llm;
    return {
      tokensPerDay,
      callsPerChatDay: callsPerChatPerDay,
      tokensPerChatHour: config.LLM_TOKENS_PER_CHAT_HOUR,
    };
  };
  return openLlm(llmSettings(config), { metrics, log, limits });
}
