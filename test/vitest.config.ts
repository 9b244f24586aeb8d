import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const provideNats = fileURLToPath(new URL("./provide-nats.ts", import.meta.url));
const natsTests = "{packages,services,deploy,test}/**/*.nats.test.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../", import.meta.url)),
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,services,deploy}/**/*.test.ts", "test/*.test.ts", "test/bench/*.test.ts"],
          exclude: ["**/node_modules/**", natsTests],
        },
      },
      {
        test: {
          name: "nats",
          include: [natsTests],
          exclude: ["**/node_modules/**", "test/{system,chaos}/**"],
          globalSetup: provideNats,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: "system",
          include: ["test/system/**/*.test.ts"],
          globalSetup: provideNats,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "chaos",
          include: ["test/chaos/**/*.test.ts"],
          globalSetup: provideNats,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
