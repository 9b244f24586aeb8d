import { startDelivery } from "@parley/delivery-service/service";
import { startGateway } from "@parley/gateway-service/service";
import type { Platform } from "@parley/host/platform";
import { startIntel } from "@parley/intel-service/service";
import { startMedia } from "@parley/media-service/service";
import { startResilience } from "@parley/resilience-service/service";
import { startSession } from "@parley/session-service/service";
import type { SimulatedWhatsApp } from "@parley/testkit/simulated-whatsapp";
import type { StandaloneConfig } from "./config.ts";

/** All services on one connection. The gateway opens last and closes first: what it took is answered before the others stop. */
export async function startAll(platform: Platform, config: StandaloneConfig, simulator: SimulatedWhatsApp | undefined) {
  const settings = simulator ? { ...config, SIMULATOR_URL: simulator.url } : config;
  const services = await Promise.all([
    startSession(platform),
    startMedia(platform, settings),
    startIntel(platform, settings),
    startResilience(platform),
    startDelivery(platform, settings),
  ]);
  const { runtime, metrics, readiness, log } = platform;
  const gateway = await startGateway({ ...runtime, config: settings, metrics, log, ready: () => readiness.current() });
  simulator?.setWebhookUrl(`${gateway.url}/webhook`);
  return {
    welcome: welcome(gateway.url, simulator?.url),
    async stop() {
      readiness.draining();
      await gateway.stop();
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}

function welcome(gateway: string, simulator: string | undefined): string {
  const lines = ["", "Parley is running.", `  ${gateway}/            write to the demo business and watch the chat`];
  lines.push(`  ${gateway}/webhook     WhatsApp's webhooks`, `  ${gateway}/api/chats   what became of them`);
  lines.push(
    simulator
      ? `  ${simulator}/            simulated WhatsApp (no WHATSAPP_TOKEN is set: nothing leaves this machine)`
      : "  replies go to WhatsApp's Graph API",
  );
  return [...lines, "Ctrl-C stops it; nothing is lost.", ""].join("\n");
}
