import { readdirSync, readFileSync } from "node:fs";

const ticksASecond = 100;

/** CPU time of all children of this process, s: those that have ended and those that live; by Linux's account. */
export function childCpuSeconds(): number {
  const own = statOf("self");
  const ended = Number(own[13]) + Number(own[14]);
  const living = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const used = living.map(statOf).filter((stat) => Number(stat[1]) === process.pid);
  return used.reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), ended) / ticksASecond;
}

/** The fields of a process's `stat` behind its name; none when it has just ended. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  } catch {
    return [];
  }
}
