import { runProcess } from "@parley/host/actor-process";
import { loadConfigOrExit } from "@parley/host/config";
import { PlatformConfig } from "@parley/host/platform";
import { DeliveryConfig } from "./config.ts";
import { startDelivery } from "./service.ts";

const config = loadConfigOrExit(PlatformConfig.extend(DeliveryConfig.shape), process.env);
await runProcess({
  name: "delivery",
  config,
  env: process.env,
  metricsPort: 9105,
  start: (platform) => startDelivery(platform, config),
});
