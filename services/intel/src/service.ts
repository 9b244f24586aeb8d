import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import type { IntelConfig } from "./config.ts";
import { conversationActor } from "./conversation.ts";
import { loadBusiness } from "./load-business.ts";

export function startIntel(platform: Platform, config: IntelConfig) {
  const business = loadBusiness(config.BUSINESS_FILE);
  const actor = conversationActor({ business: () => business, lateReplyWithinMs: config.LATE_REPLY_WITHIN_MS });
  return startChatService(platform, "intel", { actor });
}
