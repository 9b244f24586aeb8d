import { simulatorSecrets } from "@parley/gateway-service/config";
import { isFree } from "@parley/host/nats-port";
import { type SimulatedWhatsApp, startSimulatedWhatsApp } from "@parley/testkit/simulated-whatsapp";
import { defaultSimulator } from "@parley/whatsapp/target";
import type { StandaloneConfig } from "./config.ts";

/** The built-in simulated WhatsApp, or undefined when a real one or another simulator is configured. */
export async function startSimulator(config: StandaloneConfig): Promise<SimulatedWhatsApp | undefined> {
  if (config.WHATSAPP_TOKEN !== undefined || config.SIMULATOR_URL !== undefined) return undefined;
  const wanted = config.SIMULATOR_PORT;
  return startSimulatedWhatsApp({
    port: wanted !== 0 && (await isFree("127.0.0.1", wanted)) ? wanted : 0,
    appSecret: config.WHATSAPP_APP_SECRET ?? simulatorSecrets.appSecret,
    verifyToken: config.WHATSAPP_VERIFY_TOKEN ?? simulatorSecrets.verifyToken,
    token: defaultSimulator.token,
    keepSent: 2_000,
    keepEffects: 20_000,
  });
}
