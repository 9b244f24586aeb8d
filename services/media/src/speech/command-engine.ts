import { open, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileType } from "../intake/file-type.ts";
import { filledIn } from "../sandbox/command-line.ts";
import { makeOwnFolder } from "../sandbox/own-folder.ts";
import { runProgram } from "../sandbox/run-program.ts";
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
      const folder = await makeOwnFolder("speech");
      try {
        const output = join(folder, "answer");
        const paths = { audio: join(folder, `audio.${audio.type}`), output, language };
        await writeFile(paths.audio, audio.bytes);
        const argv = template.map((word) => filledIn(word, paths));
        const ended = await runProgram(argv, folder, { signal, mostBytes });
        if (ended.kind === "flooded") return { kind: "malformed", reason: ended.reason };
        if (ended.kind !== "done") return ended;
        return answerOf((await fileText(`${output}.json`)) ?? ended.output);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function answerOf(text: string): Heard {
  try {
    return readHeard(JSON.parse(text));
  } catch {
    return { kind: "malformed", reason: "the program answered no JSON" };
  }
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
