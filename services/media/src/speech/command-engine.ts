import { spawn } from "node:child_process";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileType } from "../intake/file-type.ts";
import { readHeard } from "./read-heard.ts";
import type { Heard, SpeechEngine } from "./speech-engine.ts";

const mostBytes = 2_000_000;

/**
 * An engine that is a program. Its words come from a template without a shell: `{audio}` is the file, `{output}` the
 * path of the answer without its `.json`, `{language}` the hint or `auto`. The answer is JSON in that file or on stdout.
 */
export function commandEngine(template: readonly string[], takes: ReadonlySet<FileType>): SpeechEngine {
  return {
    name: `command ${template[0]?.split("/").at(-1) ?? ""}`,
    takes,
    hear: async (audio, { language = "auto", signal }) => {
      const folder = await mkdtemp(join(tmpdir(), "parley-speech-"));
      try {
        const output = join(folder, "answer");
        const paths = { audio: join(folder, `audio.${audio.type}`), output, language };
        await writeFile(paths.audio, audio.bytes);
        const argv = template.map((word) => filledIn(word, paths));
        const ran = await run(argv, folder, signal);
        if (typeof ran !== "string") return ran;
        return answerOf((await fileText(`${output}.json`)) ?? ran);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Words of a command line: spaces part them, quotes keep them together; nothing else has a meaning. */
export function commandWords(line: string): string[] {
  const words = line.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g);
  return [...words].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
}

function filledIn(word: string, paths: { audio: string; output: string; language: string }): string {
  return word
    .replaceAll("{audio}", () => paths.audio)
    .replaceAll("{output}", () => paths.output)
    .replaceAll("{language}", () => paths.language);
}

function answerOf(text: string): Heard {
  try {
    return readHeard(JSON.parse(text));
  } catch {
    return { kind: "malformed", reason: "the program answered no JSON" };
  }
}

/** What the program wrote to stdout, or how it failed. It leads a group of its own, so that its children die with it. */
function run([program = "", ...argv]: readonly string[], cwd: string, signal: AbortSignal): Promise<string | Heard> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: "timeout", reason: "the deadline passed" });
    const env = { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: cwd, TMPDIR: cwd };
    const child = spawn(program, argv, { cwd, env, detached: true, stdio: ["ignore", "pipe", "ignore"] });
    const chunks: Buffer[] = [];
    let size = 0;
    let ending: Heard | undefined;
    const kill = (why: Heard) => {
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
      if (size > mostBytes) kill({ kind: "malformed", reason: "the program writes too much" });
      else chunks.push(chunk);
    });
    child.once("error", () => {
      ending ??= { kind: "unavailable", reason: "the program cannot be started" };
    });
    child.once("close", (code) => {
      signal.removeEventListener("abort", late);
      if (ending !== undefined) return resolve(ending);
      if (code !== 0) return resolve({ kind: "rejected", reason: `the program ended with ${code ?? "a signal"}` });
      resolve(Buffer.concat(chunks).toString("utf8"));
    });
  });
}

async function fileText(path: string): Promise<string | undefined> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      return size > mostBytes ? "" : await file.readFile("utf8");
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
