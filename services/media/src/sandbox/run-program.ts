import { spawn } from "node:child_process";

/** How a program ended. `rejected`: with another code than 0, `flooded`: it wrote more than it may. */
export type ProgramEnding =
  | { kind: "done"; output: string }
  | { kind: "rejected" | "unavailable" | "timeout"; reason: string }
  | { kind: "flooded"; reason: string };

/** `env` joins the path and the folder, which are all else the program sees. */
export type ProgramLimits = { signal: AbortSignal; mostBytes: number; env?: Readonly<Record<string, string>> };

/**
 * Runs a program in a folder, without a shell and with an environment of its own; `output` is what it wrote to stdout. It leads a
 * group, so that its children die with it. Never throws.
 */
export function runProgram(
  [program = "", ...argv]: readonly string[],
  cwd: string,
  { signal, mostBytes, env: more = {} }: ProgramLimits,
): Promise<ProgramEnding> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: "timeout", reason: "the deadline passed" });
    const env = { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: cwd, TMPDIR: cwd, ...more };
    const child = spawn(program, argv, { cwd, env, detached: true, stdio: ["ignore", "pipe", "ignore"] });
    const chunks: Buffer[] = [];
    let size = 0;
    let ending: ProgramEnding | undefined;
    const kill = (why: ProgramEnding) => {
      ending ??= why;
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It ended by itself.
      }
    };
    const late = () => kill({ kind: "timeout", reason: "the program took too long" });
    signal.addEventListener("abort", late, { once: true });
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) kill({ kind: "flooded", reason: "the program writes too much" });
      else chunks.push(chunk);
    });
    child.once("error", () => {
      ending ??= { kind: "unavailable", reason: "the program cannot be started" };
    });
    child.once("close", (code) => {
      signal.removeEventListener("abort", late);
      if (ending !== undefined) return resolve(ending);
      if (code !== 0) return resolve({ kind: "rejected", reason: `the program ended with ${code ?? "a signal"}` });
      resolve({ kind: "done", output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
