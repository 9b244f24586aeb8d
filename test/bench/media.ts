import { setTimeout as sleep } from "node:timers/promises";
import { pickFreePort } from "@parley/host/nats-port";
import { openNats, type TemporaryNats } from "@parley/testkit/temporary-nats";
import { z } from "zod";
import { type Child, startChild } from "./child.ts";
import { partitions } from "./hops.ts";
import { watchMemory } from "./media-memory.ts";
import { startServices } from "./product-services.ts";
import { latencyColumns, percentile, progress, type Row } from "./report.ts";

export type MediaLoad = {
  perSecond: number;
  seconds: number;
  filesPerSecond: number;
  /** How often a window without files is followed by one with. */
  rounds: number;
  /** Files to send; some of ours without. */
  folder?: string | undefined;
  /** MEDIA_NICENESS of the service; its own default without. */
  niceness?: string | undefined;
};

const Started = z.object({ whatsappUrl: z.url() });
const Window = z.object({
  latenciesMs: z.array(z.number()),
  files: z.array(z.object({ name: z.string(), id: z.string() })),
});
type Window = z.infer<typeof Window>;
const Turn = z.object({
  processing: z.looseObject({ media: z.object({ items: z.array(z.object({ status: z.string() })) }).optional() }),
});
const appSecret = "bench-app-secret";
const token = "bench-token";
const chats = 500;
const warmUpSeconds = 5;
const readWithinMs = 600_000;
const run = "media";

/** What hostile files cost those who only write: the same texts in turn without and with files from other chats beside them. */
export async function benchMedia({ folder, niceness, rounds, ...load }: MediaLoad): Promise<Row[]> {
  const product = await openProduct(folder, niceness);
  const { customers, gatewayUrl, mediaPid } = product;
  const without: number[][] = [];
  const beside: number[][] = [];
  const endings = new Map<string, number>();
  const rows: Row[] = [];
  const window = async (seconds: number, filesPerSecond: number): Promise<Window> =>
    Promise.race([customers.ask("window", { ...load, seconds, filesPerSecond }, Window), product.failed]);
  try {
    await window(warmUpSeconds, 0);
    const memory = watchMemory(mediaPid);
    for (let round = 1; round <= rounds; round += 1) {
      progress(`media, ${round} of ${rounds}: texts alone`);
      without.push((await window(load.seconds, 0)).latenciesMs);
      progress(`media, ${round} of ${rounds}: texts beside files`);
      const { latenciesMs, files } = await window(load.seconds, load.filesPerSecond);
      beside.push(latenciesMs);
      for (const [at, { name, id }] of files.entries()) {
        progress(`media, ${round} of ${rounds}: ${at} of ${files.length} files ended`);
        const ending = await endingOf(gatewayUrl, id);
        endings.set(ending, (endings.get(ending) ?? 0) + 1);
        if (ending === "none") throw new Error(`${name} did not end`);
      }
    }
    for (const [round, alone] of without.entries()) {
      rows.push({ run, texts: "alone", round: round + 1, turns: alone.length, ...latencyColumns(alone) });
      const among = beside[round] ?? [];
      rows.push({ run, texts: "beside files", round: round + 1, turns: among.length, ...latencyColumns(among) });
    }
    // Of neighbours in time, and the middle one of these: what else the machine does changes from minute to minute.
    const ratio = (share: number) =>
      percentile(
        without.map((alone, round) => percentile(beside[round] ?? [], share) / percentile(alone, share)),
        0.5,
      );
    const { service, child, children } = memory();
    return [
      ...rows,
      {
        run,
        compared: "beside files / alone, median of rounds",
        "p50 ratio": ratio(0.5),
        "p95 ratio": ratio(0.95),
        "p99 ratio": ratio(0.99),
      },
      { run, memory: "most MB", service, "a child": child, "all children": children },
      { run, endings: "files", ...Object.fromEntries([...endings].sort()) },
    ];
  } finally {
    await product.stop();
  }
}

/** How a file ended, once it has. */
async function endingOf(gatewayUrl: string, messageId: string): Promise<string> {
  for (const giveUpAt = Date.now() + readWithinMs; Date.now() < giveUpAt; await sleep(200)) {
    const answer = await fetch(`${gatewayUrl}/api/turns/${encodeURIComponent(messageId)}`);
    const turn = Turn.safeParse(await answer.json());
    const status = turn.data?.processing.media?.items[0]?.status;
    if (status !== undefined && status !== "pending") return status;
  }
  return "none";
}

async function openProduct(folder: string | undefined, niceness: string | undefined) {
  const nats = await openNats();
  const customers: Child = startChild(new URL("./media-customers.ts", import.meta.url));
  const stop = async (kill?: () => void) => {
    kill?.();
    customers.signal("SIGKILL");
    await nats.stop();
  };
  try {
    const port = await pickFreePort("127.0.0.1");
    const gatewayUrl = `http://127.0.0.1:${port}`;
    const start = { gatewayUrl, appSecret, token, chats, ...(folder === undefined ? {} : { folder }) };
    const { whatsappUrl } = await customers.ask("start", start, Started);
    const services = await startServices(port, environment(nats, whatsappUrl, niceness));
    return {
      ...{ customers, gatewayUrl, failed: services.failed, mediaPid: services.pids.media ?? 0 },
      stop: () => stop(() => services.kill()),
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

function environment(nats: TemporaryNats, whatsappUrl: string, niceness: string | undefined): Record<string, string> {
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
    WHATSAPP_RATE_PER_SECOND: "10000",
    WHATSAPP_PAIR_INTERVAL_MS: "0",
    ...(niceness === undefined ? {} : { MEDIA_NICENESS: niceness }),
  };
}
