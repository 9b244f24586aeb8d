import { runProcess } from "@parley/host/actor-process";
import { loadConfigOrExit } from "@parley/host/config";
import { PlatformConfig } from "@parley/host/platform";
import { IntelConfig } from "./config.ts";
import { startIntel } from "./service.ts";

const config = loadConfigOrExit(PlatformConfig.extend(IntelConfig.shape), process.env);
await runProcess({
  name: "intel",
  config,
  env: process.env,
  metricsPort: 9102,
  start: (platform) => startIntel(platform, config),
});
