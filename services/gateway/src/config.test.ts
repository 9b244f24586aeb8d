import { loadConfig } from "@parley/host/config";
import { expect, test } from "vitest";
import { GatewayConfig, servedNumbers, simulatorUrl, webhookSecrets } from "./config.ts";

test("without any variable it listens on loopback and trusts the simulator's secret", () => {
  const config = loadConfig(GatewayConfig, {});
  expect(config).toMatchObject({ HOST: "127.0.0.1", PORT: 8080 });
  expect(webhookSecrets(config).appSecret).toBe("simulated-app-secret");
  expect(servedNumbers(config)).toBeUndefined();
});

test("it refuses to listen to the world without a token", () => {
  expect(() => loadConfig(GatewayConfig, { HOST: "0.0.0.0" })).toThrow(/PARLEY_API_TOKEN.*0\.0\.0\.0/);
  expect(() => loadConfig(GatewayConfig, { HOST: "0.0.0.0", PARLEY_API_TOKEN: "0123456789abcdef" })).not.toThrow();
});

test("a real WhatsApp needs its own secrets, and turns the simulator off", () => {
  expect(() => loadConfig(GatewayConfig, { WHATSAPP_TOKEN: "t" })).toThrow(
    /WHATSAPP_APP_SECRET[\s\S]*WHATSAPP_VERIFY_TOKEN/,
  );
  const real = { WHATSAPP_TOKEN: "t", WHATSAPP_APP_SECRET: "s", WHATSAPP_VERIFY_TOKEN: "v" };
  expect(simulatorUrl(loadConfig(GatewayConfig, { ...real, SIMULATOR_URL: "http://127.0.0.1:1" }))).toBeUndefined();
});

test("several numbers are listed with commas", () => {
  const config = loadConfig(GatewayConfig, { WHATSAPP_PHONE_NUMBER_ID: "1, 2,," });
  expect(servedNumbers(config)).toEqual(new Set(["1", "2"]));
});
