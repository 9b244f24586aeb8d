import { startChatService } from "@parley/host/chat-service";
import type { Platform } from "@parley/host/platform";
import { createGraphApi } from "@parley/whatsapp/graph-api";
import { whatsAppTarget } from "@parley/whatsapp/target";
import { graphSender } from "./adapters/graph-sender.ts";
import type { DeliveryConfig } from "./config.ts";
import { outboxActor } from "./outbox.ts";

/** Under the runtime's 60 s for one message, over Meta's slowest answers. */
const sendTimeoutMs = 15_000;

export async function startDelivery(platform: Platform, config: DeliveryConfig) {
  const target = whatsAppTarget(config);
  if (target.simulated)
    platform.log.warn({ url: target.baseUrl }, "no WHATSAPP_TOKEN: replies go to the simulated WhatsApp");
  const graph = createGraphApi({ ...target, token: () => target.token, timeoutMs: sendTimeoutMs, connections: 64 });
  const send = graphSender({
    graph,
    ratePerSecond: config.WHATSAPP_RATE_PER_SECOND,
    observe: (outcome) => platform.metrics.whatsappRequests.inc({ outcome }),
  });
  const actor = outboxActor({
    send,
    settings: {
      settleAfterMs: config.SETTLE_AFTER_MS,
      turnEnded: (totalMs) => platform.metrics.turnSeconds.observe(totalMs / 1_000),
      pair: { intervalMs: config.WHATSAPP_PAIR_INTERVAL_MS, burst: 45, paidUntilMs: 0 },
    },
  });
  const service = await startChatService(platform, "delivery", { actor });
  return {
    async stop() {
      await service.stop();
      await graph.close();
    },
  };
}
