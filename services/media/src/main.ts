import { runProcess } from "@parley/host/actor-process";
import { loadConfigOrExit } from "@parley/host/config";
import { PlatformConfig } from "@parley/host/platform";
import { MediaConfig } from "./config.ts";
import { startMedia } from "./service.ts";

const config = loadConfigOrExit(PlatformConfig.extend(MediaConfig.shape), process.env);
await runProcess({
  name: "media",
  config,
  env: process.env,
  metricsPort: 9103,
  start: (platform) => startMedia(platform, config),
});
