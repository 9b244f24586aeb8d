import { readFileSync } from "node:fs";

/** Named processes, as ids. */
export type Processes = Record<string, number>;

const ticksPerSecond = 100;

/** CPU seconds a process has used so far, all threads; NaN where there is no `/proc`. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // utime and stime; the name before them may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return Number.NaN;
  }
}

/** Resident memory in MB; NaN where there is no `/proc`. */
export function residentMb(pid: number): number {
  try {
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}

/** Gives a function that says how many CPU seconds each process has used since. */
export function watchCpu(processes: Processes): () => Record<string, number> {
  const before = Object.entries(processes).map(([name, pid]) => ({ name, pid, seconds: cpuSeconds(pid) }));
  return () => Object.fromEntries(before.map(({ name, pid, seconds }) => [name, cpuSeconds(pid) - seconds]));
}
