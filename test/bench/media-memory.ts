import { readdirSync, readFileSync } from "node:fs";

/** The most memory a service and its descendants had, MB: the service, one descendant, all of them at one moment. */
export type MemoryPeaks = { service: number; child: number; children: number };

const lookEveryMs = 100;

/** Looks at a process and all below it until the function it gives is called. */
export function watchMemory(pid: number): () => MemoryPeaks {
  const peaks = { service: 0, child: 0, children: 0 };
  const look = () => {
    const below = descendantsOf(pid).map(memoryOf);
    peaks.service = Math.max(peaks.service, memoryOf(pid).highest);
    peaks.child = Math.max(peaks.child, ...below.map(({ highest }) => highest));
    peaks.children = Math.max(
      peaks.children,
      below.reduce((sum, { now }) => sum + now, 0),
    );
  };
  const looking = setInterval(look, lookEveryMs);
  return () => {
    clearInterval(looking);
    return peaks;
  };
}

function descendantsOf(pid: number): number[] {
  const parents = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const below = new Map<number, number[]>();
  for (const name of parents) {
    const parent = parentOf(name);
    below.set(parent, [...(below.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (const next = [...(below.get(pid) ?? [])]; next.length > 0; ) {
    const one = next.pop() ?? 0;
    found.push(one);
    next.push(...(below.get(one) ?? []));
  }
  return found;
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

function memoryOf(pid: number): { now: number; highest: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const mbOf = (line: RegExp) => Math.round((Number(line.exec(status)?.[1] ?? 0) * 1024) / 1e6);
    return { now: mbOf(/^VmRSS:\s+(\d+)/m), highest: mbOf(/^VmHWM:\s+(\d+)/m) };
  } catch {
    return { now: 0, highest: 0 };
  }
}
