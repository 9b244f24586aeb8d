import { runProcess } from "@parley/host/actor-process";
import { loadConfigOrExit } from "@parley/host/config";
import { PlatformConfig } from "@parley/host/platform";
import { GatewayConfig } from "./config.ts";
import { startGateway } from "./service.ts";

const config = loadConfigOrExit(GatewayConfig.safeExtend(PlatformConfig.shape), process.env);
await runProcess({
  name: "gateway",
  config,
  env: process.env,
  start: async ({ runtime, metrics, readiness, log }) => {
    const gateway = await startGateway({ ...runtime, config, metrics, log, ready: () => readiness.current() });
    log.info({ url: gateway.url }, "gateway listens");
    return gateway;
  },
});
