import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Isolation } from "./isolation.ts";

export type ChildProgram = {
  /** It must call `serveJobs`. */
  program: URL;
  /** What the child is for; the program is told, and loads what that needs before it is ready. */
  role?: string;
  isolation: Isolation;
  maxHeapMb: number;
};

/** A process with an empty environment in `folder`, asked over `input`, answering over `output`. */
export function launchChild({ program, role = "", isolation, maxHeapMb }: ChildProgram, folder: string) {
  const path = fileURLToPath(program);
  // Sources are TypeScript; in an image they are bundled.
  const typescript = path.endsWith(".ts") ? typescriptLoaders().flatMap((loader) => ["--import", loader]) : [];
  const node = [process.execPath, `--max-old-space-size=${maxHeapMb}`, "--disable-proto=delete", ...typescript];
  const [command = "", ...argv] = [...isolation.prefix, ...node, path, String(process.pid), role];
  const child = spawn(command, argv, {
    cwd: folder,
    env: { PATH: "/usr/bin:/bin", MALLOC_ARENA_MAX: "2", TMPDIR: folder, HOME: folder },
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  return { process: child, ...pipesOf(child) };
}

function typescriptLoaders(): string[] {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx"));
  return [loader.href, new URL("./plain-libraries.mjs", import.meta.url).href];
}

function pipesOf({ stdio }: ChildProcess): { input: Writable; output: Readable } {
  const [input, output] = [stdio[3], stdio[4]];
  if (input == null || output == null || !("write" in input) || !("read" in output)) throw new TypeError("no pipes");
  return { input, output };
}
