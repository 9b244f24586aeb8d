import { spawn } from "node:child_process";

export type CommandResult = { code: number | null; stdout: string; stderr: string };

const maxOutputChars = 64_000;

/**
 * Runs a program without a shell and collects what it says, the newest 64,000 characters of each stream. A program that
 * is not there gives code 127, as in a shell; one that exceeds `timeoutMs` is killed and gives null.
 */
export function runCommand(
  argv: readonly [string, ...string[]],
  options: { timeoutMs: number; cwd?: string; env?: Record<string, string | undefined> },
): Promise<CommandResult> {
  const { timeoutMs, ...spawnOptions } = options;
  const [command, ...args] = argv;
  return new Promise((resolve) => {
    const result: CommandResult = { code: null, stdout: "", stderr: "" };
    const child = spawn(command, args, { ...spawnOptions, stdio: ["ignore", "pipe", "pipe"] });
    // Not spawn's own `timeout`: it keeps this process up for its full length when the program is not there.
    const killer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    const finish = (final: CommandResult) => {
      clearTimeout(killer);
      resolve(final);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      result.stdout = (result.stdout + text).slice(-maxOutputChars);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      result.stderr = (result.stderr + text).slice(-maxOutputChars);
    });
    child.on("error", (failure) => finish({ code: 127, stdout: "", stderr: failure.message }));
    child.on("close", (code) => finish({ ...result, code }));
  });
}
