import { pickFreePort } from "@parley/host/nats-port";
import { openNats, type TemporaryNats } from "@parley/testkit/temporary-nats";
import { z } from "zod";
import { type Child, startChild } from "./child.ts";
import { type Processes, residentMb, watchCpu } from "./cpu.ts";
import { partitions } from "./hops.ts";
import { type Services, startServices } from "./product-services.ts";
import { latencyColumns, progress, type Row, writeResults } from "./report.ts";

export type ProductSize = {
  chats: number;
  warmUp: number;
  burst: number;
  outstanding: number;
  perSecond: number;
  openSeconds: number;
};
export type SustainedLoad = { chats: number; warmUp: number; perSecond: number; minutes: number };

type Load = { turns: number; outstanding?: number; perSecond?: number };
const Replies = z.object({ startedAtMs: z.number(), lastAtMs: z.number(), latenciesMs: z.array(z.number()) });
const Counts = z.object({ asked: z.number(), answered: z.number() });
const Verified = z.object({ turns: z.number(), repeats: z.number() });
const Started = z.object({ whatsappUrl: z.url(), whatsappPid: z.number() });
const appSecret = "bench-app-secret";
const token = "bench-token";
const sampleEveryMs = 10_000;
const run = "product";

/** Webhook POST to reply at the simulated WhatsApp, every service a process: a burst, then turns at a fixed rate. Throws unless each has one reply, in order. */
export async function benchProduct({ chats, warmUp, burst, outstanding, ...open }: ProductSize): Promise<Row[]> {
  const product = await openProduct(chats);
  try {
    const startMb = product.memory();
    await product.load("warm-up", { turns: warmUp, outstanding });
    const closed = await product.load("burst", { turns: burst, outstanding });
    const { perSecond } = open;
    const paced = await product.load(`${perSecond}/s`, { turns: perSecond * open.openSeconds, perSecond });
    const endMb = product.memory();
    const { repeats } = await product.verify();
    const processes = Object.keys(product.processes).map((process) => ({
      run,
      process,
      "burst s/1k": closed.cpu[process] ?? Number.NaN,
      [`${perSecond}/s s/1k`]: paced.cpu[process] ?? Number.NaN,
      "start MB": startMb[process] ?? Number.NaN,
      "end MB": endMb[process] ?? Number.NaN,
    }));
    return [
      { run, load: `burst, ${outstanding} outstanding`, ...closed.row },
      { run, load: `${perSecond}/s`, ...paced.row, ...latencyColumns(paced.latenciesMs), repeats },
      ...processes,
    ];
  } finally {
    await product.stop();
  }
}

/** Turns at a fixed rate for minutes, with the memory of every process each 10 s. */
export async function benchSustained({ chats, warmUp, perSecond, minutes }: SustainedLoad): Promise<Row[]> {
  const product = await openProduct(chats);
  const samples: Array<{ second: number; mb: Record<string, number> }> = [];
  const startedAt = Date.now();
  const sample = () => samples.push({ second: Math.round((Date.now() - startedAt) / 1_000), mb: product.memory() });
  try {
    await product.load("warm-up", { turns: warmUp, outstanding: 500 });
    sample();
    const sampling = setInterval(sample, sampleEveryMs);
    const turns = Math.round(perSecond * minutes * 60);
    const paced = await product.load(`${perSecond}/s`, { turns, perSecond }).finally(() => clearInterval(sampling));
    sample();
    const { repeats } = await product.verify();
    writeResults("bench-memory", { at: new Date().toISOString(), chats, perSecond, minutes, samples });
    const load = `${perSecond}/s for ${minutes} min`;
    return [
      { run: `${run}, sustained`, load, ...paced.row, ...latencyColumns(paced.latenciesMs), repeats },
      ...Object.keys(product.processes).map((process) => ({
        run: `${run}, sustained`,
        process,
        "s/1k": paced.cpu[process] ?? Number.NaN,
        ...growth(samples.map(({ mb }) => mb[process] ?? Number.NaN)),
      })),
    ];
  } finally {
    await product.stop();
  }
}

async function openProduct(chats: number) {
  const nats = await openNats();
  const driver = startChild(new URL("./product-driver.ts", import.meta.url));
  const started: { services?: Services } = {};
  const stop = async () => {
    started.services?.kill();
    driver.signal("SIGKILL"); // the simulated WhatsApp ends with it
    await nats.stop();
  };
  try {
    const port = await pickFreePort("127.0.0.1");
    const gatewayUrl = `http://127.0.0.1:${port}`;
    const { whatsappUrl, whatsappPid } = await driver.ask("start", { gatewayUrl, chats, appSecret, token }, Started);
    const services = await startServices(port, environment(nats, whatsappUrl));
    started.services = services;
    const processes: Processes = { server: nats.pid, ...services.pids, simulator: whatsappPid, driver: driver.pid };
    return {
      processes,
      memory: () => Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, residentMb(pid)])),
      load: (name: string, load: Load) => measure({ driver, processes, failed: services.failed }, name, load),
      verify: () => driver.ask("verify", {}, Verified),
      stop,
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

function environment(nats: TemporaryNats, whatsappUrl: string): Record<string, string> {
  return {
    NATS_URL: nats.url,
    PARLEY_DATA_DIR: nats.dataDir,
    PARLEY_PREFIX: "bench",
    PARLEY_PARTITIONS: String(partitions),
    LOG_LEVEL: "warn",
    WHATSAPP_API_URL: whatsappUrl,
    WHATSAPP_TOKEN: token,
    WHATSAPP_APP_SECRET: appSecret,
    WHATSAPP_VERIFY_TOKEN: "bench-verify-token",
    // The most that delivery takes: what is measured is not to be Meta's limit.
    WHATSAPP_RATE_PER_SECOND: "10000",
    WHATSAPP_PAIR_INTERVAL_MS: "0",
  };
}

type Measured = { driver: Child; processes: Processes; failed: Promise<never> };

/** CPU is in seconds per 1,000 turns. */
async function measure({ driver, processes, failed }: Measured, name: string, load: Load) {
  const answered = async () => (await driver.ask("progress", {}, Counts)).answered;
  const before = await answered();
  const tell = async () => progress(`product, ${name}: ${(await answered()) - before} of ${load.turns}`);
  // A driver that has ended is told of by the load itself.
  const telling = setInterval(() => void tell().catch(() => undefined), 2_000);
  const cpu = watchCpu(processes);
  try {
    const { startedAtMs, lastAtMs, latenciesMs } = await Promise.race([driver.ask("load", load, Replies), failed]);
    const used = Object.entries(cpu()).map(([who, seconds]) => [who, (seconds * 1_000) / load.turns] as const);
    const total = used.reduce((sum, [, seconds]) => sum + seconds, 0);
    const perSecond = Math.round((load.turns * 1_000) / (lastAtMs - startedAtMs));
    const row = { turns: load.turns, "turns/s": perSecond, "CPU s/1k": total };
    return { cpu: Object.fromEntries(used), latenciesMs, row };
  } finally {
    clearInterval(telling);
  }
}

/** What a process that warms up and then stays as it is does not do: its last quarter has at most 10 % or 10 MB more than its second. */
function growth(mb: readonly number[]): Row {
  const meanOf = (from: number, to: number) => {
    const part = mb.slice(Math.floor(mb.length * from), Math.max(Math.ceil(mb.length * to), 1));
    return Math.round(part.reduce((sum, each) => sum + each, 0) / part.length);
  };
  const [second, last] = [meanOf(0.25, 0.5), meanOf(0.75, 1)];
  const flat = last - second <= Math.max(10, second * 0.1);
  return {
    "start MB": mb[0] ?? Number.NaN,
    "2nd quarter MB": second,
    "last quarter MB": last,
    "most MB": Math.max(...mb),
    "end MB": mb.at(-1) ?? Number.NaN,
    memory: flat ? "flat" : "grows",
  };
}
