import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type OcrCommand, openOcrCommand } from "./ocr-command.ts";

const fixture = fileURLToPath(new URL("./program.fixture.mjs", import.meta.url));
const png = Buffer.from("\x89PNG and so on", "latin1");

function aCommand(deed: string, settings: { program?: string; timeoutMs?: number } = {}): OcrCommand {
  const command = openOcrCommand({
    OCR_COMMAND: `"${settings.program ?? process.execPath}" "${fixture}" ${deed} {image} {languages}`,
    ...{ OCR_LANGUAGES: "spa+eng", OCR_TIMEOUT_MS: settings.timeoutMs ?? 20_000, OCR_AT_ONCE: 1 },
  });
  if (command === undefined) throw new Error("no command");
  return command;
}

describe("a program that reads pictures", () => {
  test("gets the picture as a file and the languages, and answers words with their confidence", async () => {
    expect(await aCommand("tsv").read(png)).toEqual({
      kind: "read",
      lines: [
        { text: "TOTAL 48,00", confidence: expect.closeTo(0.94, 1) },
        { text: "spa+eng", confidence: 0.88 },
      ],
      confidence: expect.closeTo(0.87, 1),
    });
  });

  test("may answer plain text, which is neither sure nor doubtful", async () => {
    expect(await aCommand("text").read(png)).toMatchObject({
      kind: "read",
      lines: [{ text: "Taberna del Puerto" }, { text: "TOTAL 48,00 EUR", confidence: 0.75 }],
    });
  });

  test("may find nothing", async () => {
    expect(await aCommand("nothing").read(png)).toEqual({ kind: "read", lines: [], confidence: 0 });
  });

  test("sees nothing of the service's environment", async () => {
    expect(await aCommand("environment").read(png)).toMatchObject({
      lines: [{ text: "HOME OMP_THREAD_LIMIT PATH TMPDIR" }],
    });
  });

  test.each([
    ["fail", "the program ended with 3"],
    ["flood", "the program writes too much"],
  ])("that does this ends typed: %s", async (deed, reason) => {
    expect(await aCommand(deed).read(png)).toEqual({ kind: "failed", reason });
  });

  test.each(["hang", "breed"])("is killed at its deadline with all it started: %s", async (deed) => {
    const reason = "the program took too long";
    expect(await aCommand(deed, { timeoutMs: 1_000 }).read(png)).toEqual({ kind: "failed", reason });
  });

  test("is killed when the file is given up", async () => {
    const reading = aCommand("hang").read(png, AbortSignal.timeout(50));
    expect(await reading).toMatchObject({ kind: "failed" });
  });

  test("may not be there", async () => {
    const reading = aCommand("tsv", { program: "/nowhere/tesseract" }).read(png);
    expect(await reading).toEqual({ kind: "failed", reason: "the program cannot be started" });
  });

  test("reads no more pictures at a time than it may, and leaves no folder behind", async () => {
    const command = aCommand("tsv");
    const readings = await Promise.all([command.read(png), command.read(png), command.read(png)]);
    expect(readings.map(({ kind }) => kind)).toEqual(["read", "read", "read"]);
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith("parley-ocr-") && name.includes(`-${process.pid}-`)),
    ).toEqual([]);
  });
});

test("without OCR_COMMAND there is no program", () => {
  const settings = { OCR_LANGUAGES: "spa+eng", OCR_TIMEOUT_MS: 1, OCR_AT_ONCE: 1 };
  expect(openOcrCommand({ OCR_COMMAND: "", ...settings })).toBeUndefined();
});
