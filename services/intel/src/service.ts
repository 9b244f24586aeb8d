import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { openBusinessLlm } from "./adapters/llm.ts";
import { type Assist, createAssist } from "./assist/assist.ts";
import { type IntelConfig, modelCacheDir } from "./config.ts";
import { conversationActor } from "./conversation.ts";
import { rulesOf } from "./decide-lane.ts";
import type { Engines } from "./engines.ts";
import { openLiveEngines } from "./live-engines.ts";
import { shelfActor } from "./stock/shelf.ts";

/** Conversations, and the shelves they take from. */
export async function startIntel(platform: Platform, config: IntelConfig) {
  const { metrics, log } = platform;
  const engines = await openLiveEngines(config.BUSINESS_FILE, { cacheDir: modelCacheDir(config), log });
  const llm = openBusinessLlm(config, { metrics, log, business: () => engines.current().known.business });
  // One for each version of the business file, as long as that is in use.
  const assists = new WeakMap<Engines, Assist>();
  const assist = (current: Engines): Assist => {
    const { places, known } = current;
    const made =
      assists.get(current) ?? createAssist(llm, { business: known.business, places, rules: rulesOf(known.business) });
    assists.set(current, made);
    return made;
  };
  const actor = conversationActor({
    engines: engines.current,
    lateReplyWithinMs: config.LATE_REPLY_WITHIN_MS,
    ...(llm.on ? { assist } : {}),
  });
  const services = await Promise.all([
    startChatService(platform, "intel", { actor }),
    startChatService(platform, "stock", { actor: shelfActor }),
  ]);
  return {
    async stop() {
      engines.stop();
      await Promise.all(services.map((service) => service.stop()));
      await llm.stop();
    },
  };
}
