import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { deadLetterActor } from "./dead-letters.ts";

export function startResilience(platform: Platform) {
  return startChatService(platform, "resilience", { actor: deadLetterActor });
}
