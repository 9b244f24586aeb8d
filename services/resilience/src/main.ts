import { runProcess } from "@parley/host/actor-process";
import { loadConfigOrExit } from "@parley/host/config";
import { PlatformConfig } from "@parley/host/platform";
import { startResilience } from "./service.ts";

const config = loadConfigOrExit(PlatformConfig, process.env);
await runProcess({ name: "resilience", config, env: process.env, metricsPort: 9104, start: startResilience });
