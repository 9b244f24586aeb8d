import { loadConfigOrExit } from "@parley/host/config";
import { openPlatform, PlatformConfig } from "@parley/host/platform";
import { runService } from "@parley/host/service";
import { createLogger } from "@parley/telemetry/logger";
import { StandaloneConfig } from "./config.ts";
import { startSimulator } from "./simulator.ts";
import { startAll } from "./start-all.ts";

const config = loadConfigOrExit(StandaloneConfig.safeExtend(PlatformConfig.shape), process.env);
// People read this terminal: the URLs are printed, the log says only what needs attention unless asked for more.
const log = createLogger("standalone", { level: config.LOG_LEVEL });
const opened: {
  platform?: Awaited<ReturnType<typeof openPlatform>>;
  simulator?: Awaited<ReturnType<typeof startSimulator>>;
} = {};

await runService({
  name: "parley",
  log,
  parts: [
    {
      name: "nats",
      async start() {
        const platform = await openPlatform("standalone", config, process.env);
        opened.platform = platform;
        return { stop: () => platform.close() };
      },
    },
    {
      name: "simulated WhatsApp",
      async start() {
        opened.simulator = await startSimulator(config);
        return { stop: async () => opened.simulator?.stop() };
      },
    },
    {
      name: "services",
      async start() {
        if (!opened.platform) throw new Error("nats is not there");
        const all = await startAll(opened.platform, config, opened.simulator);
        opened.platform.readiness.started();
        console.log(all.welcome);
        return all;
      },
    },
  ],
});
