import { dirname } from "node:path";
import { systemClock } from "@parley/actor/clock";
import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { createGraphApi, type GraphApi } from "@parley/whatsapp/graph-api";
import type { UnsentFile } from "@parley/whatsapp/sendable-reply";
import { whatsAppTarget } from "@parley/whatsapp/target";
import { graphSender } from "./adapters/graph-sender.ts";
import { mediaIdBucket } from "./adapters/media-id-bucket.ts";
import { mediaStore } from "./adapters/media-store.ts";
import { toJpeg } from "./adapters/to-jpeg.ts";
import type { DeliveryConfig } from "./config.ts";
import { fitFile } from "./files/fit-file.ts";
import { openSource, type Sources } from "./files/source-file.ts";
import { createUploads } from "./files/upload-once.ts";
import { outboxActor } from "./outbox.ts";
import { sendWithFiles } from "./send-with-files.ts";

/** Over Meta's slowest answers. */
const sendTimeoutMs = 15_000;
/** For one message: two uploads and sends of a file, when the first id turns out to be expired. */
const handlerTimeoutMs = 150_000;

export async function startDelivery(platform: Platform, config: DeliveryConfig) {
  const target = whatsAppTarget(config);
  if (target.simulated)
    platform.log.warn({ url: target.baseUrl }, "no WHATSAPP_TOKEN: replies go to the simulated WhatsApp");
  const graph = createGraphApi({ ...target, token: () => target.token, timeoutMs: sendTimeoutMs, connections: 64 });
  const send = sendWithFiles({
    send: graphSender({
      graph,
      ratePerSecond: config.WHATSAPP_RATE_PER_SECOND,
      observe: (outcome) => platform.metrics.whatsappRequests.inc({ outcome }),
    }),
    ...files(platform, config, graph),
    log: platform.log,
  });
  const actor = outboxActor({
    send,
    settings: {
      settleAfterMs: config.SETTLE_AFTER_MS,
      turnEnded: (totalMs) => platform.metrics.turnSeconds.observe(totalMs / 1_000),
      pair: { intervalMs: config.WHATSAPP_PAIR_INTERVAL_MS, burst: 45, paidUntilMs: 0 },
    },
  });
  const service = await startChatService(platform, "delivery", { actor }, { limits: { handlerTimeoutMs } });
  return {
    async stop() {
      await service.stop();
      await graph.close();
    },
  };
}

function files({ runtime, metrics, log }: Platform, config: DeliveryConfig, { upload }: Pick<GraphApi, "upload">) {
  const sources: Sources = {
    stored: mediaStore(runtime.nc, runtime.names.mediaStore),
    folder: dirname(config.BUSINESS_FILE),
    // Loaded with the first receipt: many installations never send one.
    receipt: async (order) => (await import("./adapters/receipt-pdf.ts")).receiptPdf(order),
  };
  const uploads = createUploads({
    upload,
    ids: mediaIdBucket(runtime),
    fitFile: (file) => fitFile(file, toJpeg),
    clock: systemClock,
    log,
    observe: (outcome) => metrics.whatsappUploads.inc({ outcome }),
  });
  return { uploads, open: (reply: UnsentFile) => openSource(reply, sources) };
}
