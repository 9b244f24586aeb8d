import { systemClock } from "@parley/actor/clock";
import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { createGraphApi } from "@parley/whatsapp/graph-api";
import { whatsAppTarget } from "@parley/whatsapp/target";
import { graphMedia } from "./adapters/graph-media.ts";
import { natsBlobStore } from "./adapters/object-store.ts";
import type { MediaConfig } from "./config.ts";
import { mediaWorker } from "./media.ts";

const callTimeoutMs = 30_000;

export async function startMedia(platform: Platform, config: MediaConfig) {
  const target = whatsAppTarget(config);
  const graph = createGraphApi({ ...target, token: () => target.token, timeoutMs: callTimeoutMs, connections: 16 });
  const { nc, names } = platform.runtime;
  const worker = mediaWorker({
    fetchMedia: graphMedia(graph, {
      maxBytes: config.MEDIA_MAX_BYTES,
      allowedHosts: config.MEDIA_ALLOWED_HOSTS,
      downloads: config.MEDIA_DOWNLOADS,
      onlyFrom: target.simulated ? target.baseUrl : undefined,
    }),
    store: await natsBlobStore(nc, names.mediaStore),
    clock: systemClock,
  });
  const service = await startChatService(platform, "media", { worker });
  return {
    async stop() {
      await service.stop();
      await graph.close();
    },
  };
}
