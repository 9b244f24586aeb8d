import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { dedupeBucket } from "./adapters/dedupe-bucket.ts";
import { sessionActor } from "./session.ts";

export function startSession(platform: Platform) {
  const duplicates = platform.metrics.duplicates.labels("provider-id");
  const actor = sessionActor({ dedupe: dedupeBucket(platform.runtime), duplicate: () => duplicates.inc() });
  return startChatService(platform, "session", { actor });
}
