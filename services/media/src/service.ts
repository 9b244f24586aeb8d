import { setTimeout } from "node:timers/promises";
import { systemClock } from "@parley/actor/clock";
import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { systemTimers } from "@parley/llm/timers";
import { createGraphApi } from "@parley/whatsapp/graph-api";
import { whatsAppTarget } from "@parley/whatsapp/target";
import { chatLanguage } from "./adapters/chat-language.ts";
import { graphMedia } from "./adapters/graph-media.ts";
import { keepWhileUsed, natsGallery } from "./adapters/nats-gallery.ts";
import { natsBlobStore } from "./adapters/object-store.ts";
import type { MediaConfig } from "./config.ts";
import { forgetChat } from "./gallery/forget-chat.ts";
import { graceMs, startSweeping } from "./gallery/sweep-gallery.ts";
import { mediaWorker } from "./media.ts";
import { openMediaReader } from "./read-media.ts";
import { readOnce } from "./read-once.ts";
import { openOcrCommand } from "./reading/ocr-command.ts";
import { probeIsolation } from "./sandbox/isolation.ts";
import { sweepOwnFolders } from "./sandbox/own-folder.ts";
import { createSpeechMetrics } from "./speech/metrics.ts";
import { openSpeechEngine } from "./speech/open-engine.ts";

const callTimeoutMs = 30_000;
const notesWaiting = 200;
// A scan of many pages takes its 90 s and the document before it.
const handlerTimeoutMs = 180_000;

export async function startMedia(platform: Platform, config: MediaConfig) {
  const target = whatsAppTarget(config);
  const graph = createGraphApi({ ...target, token: () => target.token, timeoutMs: callTimeoutMs, connections: 16 });
  const { nc, names, partitions } = platform.runtime;
  void sweepOwnFolders({ nowMs: systemClock.now() }).then((removed) => {
    if (removed > 0) platform.log.info({ removed }, "folders of readers that were killed are removed");
  });
  const gallery = natsGallery(platform.runtime);
  const blobs = await natsBlobStore(nc, names.mediaStore);
  const speechMetrics = createSpeechMetrics(platform.metrics);
  const reader = openMediaReader({
    isolation: await probeIsolation(config.MEDIA_NICENESS),
    clock: systemClock,
    speech: {
      engine: openSpeechEngine(config, speechMetrics),
      timers: systemTimers,
      atOnce: config.TRANSCRIBE_AT_ONCE,
      maxWaiting: notesWaiting,
      metrics: speechMetrics,
    },
    ocr: openOcrCommand(config),
  });
  const worker = mediaWorker({
    fetchMedia: graphMedia(graph, {
      maxBytes: config.MEDIA_MAX_BYTES,
      allowedHosts: config.MEDIA_ALLOWED_HOSTS,
      downloads: config.MEDIA_DOWNLOADS,
      onlyFrom: target.simulated ? target.baseUrl : undefined,
    }),
    store: keepWhileUsed(platform.runtime, blobs.store),
    load: blobs.load,
    read: readOnce(reader, blobs.results),
    languageOf: chatLanguage({ nc, names, partitions, timers: systemTimers }),
    patience: () => setTimeout(config.MEDIA_PENDING_AFTER_MS, undefined, { ref: false }),
    forget: (chat, turn) => forgetChat(gallery, chat, systemClock.now() - graceMs, turn),
    clock: systemClock,
  });
  const service = await startChatService(platform, "media", { worker }, { limits: { handlerTimeoutMs } });
  const sweeping = startSweeping({
    gallery,
    retention: { keepMs: config.MEDIA_KEEP_DAYS * 86_400_000, keepBytes: config.MEDIA_KEEP_BYTES },
    everyMs: config.MEDIA_SWEEP_EVERY_MS,
    clock: systemClock,
    isMine: () => service.status().partitions.some(({ partition }) => partition === 0),
    log: platform.log,
  });
  return {
    async stop() {
      await sweeping.stop();
      await service.stop();
      await reader.stop();
      await graph.close();
    },
  };
}
