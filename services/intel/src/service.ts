import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { type IntelConfig, modelCacheDir } from "./config.ts";
import { conversationActor } from "./conversation.ts";
import { openLiveEngines } from "./live-engines.ts";
import { shelfActor } from "./stock/shelf.ts";

/** Conversations, and the shelves they take from. */
export async function startIntel(platform: Platform, config: IntelConfig) {
  const engines = await openLiveEngines(config.BUSINESS_FILE, { cacheDir: modelCacheDir(config), log: platform.log });
  const actor = conversationActor({ engines: engines.current, lateReplyWithinMs: config.LATE_REPLY_WITHIN_MS });
  const services = await Promise.all([
    startChatService(platform, "intel", { actor }),
    startChatService(platform, "stock", { actor: shelfActor }),
  ]);
  return {
    async stop() {
      engines.stop();
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}
