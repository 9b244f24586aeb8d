import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { aPhoto } from "@parley/media-service/reading/adapters/photo.fixture";
import { runTask } from "@parley/media-service/run-task";
import { probeIsolation } from "@parley/media-service/sandbox/isolation";
import { openSandbox } from "@parley/media-service/sandbox/sandbox";
import type { Figure } from "../figure.ts";
import { childCpuSeconds } from "./child-cpu.ts";

const text = Array.from({ length: 60 }, (_, at) => `${at + 1} Empanada de atún con pimiento\t${at},50`);

/** How long thumbnails take in a child that is warm: photos of the data, a JPEG of 12 and a PNG of 24 million pixels. */
export async function thumbnailFigures(data: string): Promise<Figure[]> {
  const folders = ["photos-es", "receipts"].map((name) => join(data, name));
  const photos = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith(".jpg") ? [readFileSync(join(folder, name))] : [])),
  );
  const large = [
    aPhoto(text, { width: 4000, height: 3000, size: 28, format: "jpeg" }),
    aPhoto(text, { width: 4000, height: 6000, size: 56 }),
  ];
  const pool = openSandbox({
    program: new URL(import.meta.resolve("@parley/media-service/reading/child-main")),
    isolation: await probeIsolation(),
    ...{ role: "photos", children: 1, maxRssBytes: 480_000_000, maxHeapMb: 384, watchEveryMs: 50 },
    ...{ startTimeoutMs: 60_000, maxWaiting: 10, recycleAfter: 1_000, idleMs: 60_000 },
  });
  const draw = async (bytes: Uint8Array) => {
    const [startedAt, before] = [performance.now(), childCpuSeconds()];
    const { result } = await runTask(pool, { kind: "thumbnail" }, { bytes, signal: undefined });
    if (result.thumbnail === undefined) throw new Error(`no thumbnail: ${result.reason}`);
    return { wallMs: performance.now() - startedAt, cpuMs: (childCpuSeconds() - before) * 1000 };
  };
  for (const bytes of [...photos.slice(0, 5), ...large]) await draw(bytes);
  const all: Drawn[] = [];
  for (const bytes of photos) all.push(await draw(bytes));
  const big: Drawn[] = [];
  for (const bytes of [...large, ...large, ...large]) big.push(await draw(bytes));
  await pool.stop();
  all.push(...big);
  const figure = (measure: string, value: number): Figure => ({ id: "O3", measure, value, goal: 300, bound: true });
  return [
    figure("thumbnails: p95 ms", p95(all.map(({ wallMs }) => wallMs))),
    figure("thumbnails: p95 CPU ms", p95(all.map(({ cpuMs }) => cpuMs))),
    figure("thumbnails of 12 and 24 Mpx: slowest ms", Math.max(...big.map(({ wallMs }) => wallMs))),
    figure("thumbnails of 12 and 24 Mpx: most CPU ms", Math.max(...big.map(({ cpuMs }) => cpuMs))),
  ];
}

type Drawn = { wallMs: number; cpuMs: number };

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
