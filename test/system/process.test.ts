import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openNats } from "@parley/testkit/temporary-nats";
import { messageReceived, textReceived, webhookBody } from "@parley/testkit/whatsapp-payloads";
import { signBody } from "@parley/whatsapp/signature";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "./installation.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A service as its npm script starts it, with all it prints. */
function run(service: string, env: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const args = ["packages/host/bin/run.mjs", `services/${service}/src/main.ts`];
  const child = spawn(process.execPath, args, { cwd: root, env: { PATH, HOME, ...env } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
    });
  }
  const ended = once(child, "exit").then(([code]): number | null => code);
  onTestFinished(() => void child.kill("SIGKILL"));
  return { printed: () => printed, ended, stop: () => child.kill("SIGTERM") };
}

test("without a token the gateway does not listen on the network, and says which variable is missing", async () => {
  const gateway = run("gateway", { HOST: "0.0.0.0", PORT: "0" });
  expect(await gateway.ended).toBe(1);
  expect(gateway.printed()).toMatch(/PARLEY_API_TOKEN: .*needed to listen on 0\.0\.0\.0/);
});

test("logs at debug level hold no phone number, name or text, whatever goes wrong, and a signal ends with 0", async () => {
  const nats = await openNats();
  onTestFinished(() => nats.stop());
  const parley = run("standalone", {
    NATS_URL: nats.url,
    PORT: "0",
    SIMULATOR_PORT: "0",
    LOG_LEVEL: "debug",
    SETTLE_AFTER_MS: "300",
  });
  await eventually(parley.printed).toContain("Parley is running");
  const [gateway = "", simulator = ""] = [...parley.printed().matchAll(/^ {2}(http:\S+?)\/ {4,}/gm)].map(
    ([, url]) => url,
  );
  const account = "100000000000001";
  const post = async (url: string, body: string, signed = false) => {
    const signature = { "x-hub-signature-256": signBody("simulated-app-secret", Buffer.from(body)) };
    const headers = { "content-type": "application/json", ...(signed ? signature : {}) };
    return (await fetch(url, { method: "POST", headers, body })).status;
  };
  const says = (from: string, text: string, id: string) =>
    post(
      `${gateway}/webhook`,
      JSON.stringify(textReceived({ from, id, name: "Ximena Secreta", atMs: Date.now() }, text)),
      true,
    );

  for (const kind of ["5xx", "131056", "reset-before-accept"]) {
    await post(`${simulator}/simulator/faults`, JSON.stringify({ kind, next: 1 }));
  }
  expect(await says("5215587654321", "hola, mi clave es girasol", "wamid.L1")).toBe(200);
  expect(await says("5215587654321", "hola, mi clave es girasol", "wamid.L1")).toBe(200);
  const photo = { id: "1", mime_type: "image/jpeg", caption: "girasol de cerca" };
  const image = messageReceived({ from: "5215587654321", id: "wamid.L2", atMs: Date.now() }, "image", photo);
  expect(await post(`${gateway}/webhook`, JSON.stringify(image), true)).toBe(200);
  const unreadable = webhookBody(account, {
    messages: [{ from: "5215587654321", text: { body: "girasol" } }],
    statuses: ["girasol"],
  });
  expect(await post(`${gateway}/webhook`, JSON.stringify(unreadable), true)).toBe(200);
  expect(await post(`${gateway}/webhook`, '{"girasol":', true)).toBe(400);
  expect(await post(`${gateway}/webhook`, JSON.stringify(image))).toBe(401);
  expect(await post(`${gateway}/demo/messages`, JSON.stringify({ from: "5215587654321", text: "girasol" }))).toBe(202);
  await fetch(`${gateway}/api/chats/5215587654321~girasol/timeline`);
  await fetch(`${gateway}/api/chats?q=girasol`);
  const turn = async (id: string): Promise<unknown> => (await fetch(`${gateway}/api/turns/${id}`)).json();
  await eventually(() => turn("wamid.L2")).toMatchObject({ status: "done" });
  await nats.restart();
  await eventually(() => says("5215587654321", "girasol otra vez", "wamid.L3")).toBe(200);
  await eventually(() => turn("wamid.L3")).toMatchObject({ status: "done" });

  parley.stop();
  expect(await parley.ended).toBe(0);
  const log = parley.printed();
  expect(log).toContain('"level":"debug"');
  expect(log.split("\n").filter((line) => /5215587654321|girasol|Ximena|Secreta|Bienvenido a/i.test(line))).toEqual([]);
});
