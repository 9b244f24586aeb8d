import { runProcess } from "@parley/host/actor-process";
import { loadConfigOrExit } from "@parley/host/config";
import { PlatformConfig } from "@parley/host/platform";
import { startSession } from "./service.ts";

const config = loadConfigOrExit(PlatformConfig, process.env);
await runProcess({ name: "session", config, env: process.env, metricsPort: 9101, start: startSession });
