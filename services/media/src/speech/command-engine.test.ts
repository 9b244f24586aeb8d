import { expect, test } from "vitest";
import { commandEngine } from "./command-engine.ts";
import { wavOf } from "./wav.ts";

const audio = { bytes: wavOf(new Int16Array(160)), type: "wav", durationS: 0.01 } as const;

function hear(program: string, words: readonly string[] = [], signal = new AbortController().signal) {
  const engine = commandEngine([process.execPath, "-e", program, "--", ...words], new Set(["wav"]));
  return engine.hear(audio, { language: "es", signal });
}

test("a program's file of whisper-cli's form becomes segments", async () => {
  const said = { from: 0, to: 1_500 };
  const json = JSON.stringify({ result: { language: "es" }, transcription: [{ offsets: said, text: " hola" }] });
  const program = `require("node:fs").writeFileSync(process.argv[1] + ".json", ${JSON.stringify(json)})`;
  expect(await hear(program, ["{output}"])).toEqual({
    ...{ kind: "heard", text: "hola", language: "es", segments: [{ startS: 0, endS: 1.5, text: "hola" }] },
  });
});

test("a program that answers on stdout gets the file and the language", async () => {
  const program =
    'const [file, language] = process.argv.slice(1); const bytes = require("node:fs").readFileSync(file).length;' +
    'console.log(JSON.stringify({ text: language + " " + bytes }))';
  expect(await hear(program, ["{audio}", "{language}"])).toMatchObject({ text: `es ${audio.bytes.length}` });
});

test("a program sees nothing of the service's environment", async () => {
  const program = "console.log(JSON.stringify({ text: Object.keys(process.env).sort().join() }))";
  expect(await hear(program)).toMatchObject({ text: "HOME,PATH,TMPDIR" });
});

test.each([
  ["process.exit(3)", { kind: "rejected", reason: "the program ended with 3" }],
  ["console.log('no json')", { kind: "malformed" }],
  ["process.stdout.write('x'.repeat(3e6))", { kind: "malformed", reason: "the program writes too much" }],
])("a program that does %s ends typed", async (program, ending) => {
  expect(await hear(program)).toMatchObject(ending);
});

test("a program that does not end is killed at the deadline", async () => {
  const heard = hear("setInterval(() => {}, 1000)", [], AbortSignal.timeout(50));
  expect(await heard).toEqual({ kind: "timeout", reason: "the program took too long" });
});

test("a program that is not there makes the engine unavailable", async () => {
  const engine = commandEngine(["/nowhere/whisper-cli"], new Set(["wav"]));
  const signal = new AbortController().signal;
  expect(await engine.hear(audio, { language: undefined, signal })).toMatchObject({ kind: "unavailable" });
});
