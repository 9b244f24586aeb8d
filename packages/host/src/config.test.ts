import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { loadConfig } from "./config.ts";

const Config = z.object({
  PORT: z.coerce.number().int().positive().default(8080),
  LOG_LEVEL: z.enum(["info", "debug"]).default("info"),
  API_TOKEN: z.string().min(8),
});

function aFile(content: string): string {
  const directory = mkdtempSync(join(tmpdir(), "parley-config-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  writeFileSync(join(directory, "secret"), content);
  return join(directory, "secret");
}

test("defaults apply to absent and to empty variables, unknown ones are ignored", () => {
  expect(loadConfig(Config, { PORT: "", API_TOKEN: "12345678", HOME: "/" })).toEqual({
    PORT: 8080,
    LOG_LEVEL: "info",
    API_TOKEN: "12345678",
  });
});

test("a secret may be mounted as a file, its last line break does not count", () => {
  expect(loadConfig(Config, { API_TOKEN_FILE: aFile("long-secret\n") }).API_TOKEN).toBe("long-secret");
});

test("every bad variable is named at once, and no value is repeated", () => {
  const load = () => loadConfig(Config, { PORT: "eighty", LOG_LEVEL: "loud", API_TOKEN: "s3cret" });
  expect(load).toThrow(/PORT: .*\n.*LOG_LEVEL: .*\n.*API_TOKEN: /);
  expect(load).not.toThrow(/s3cret|eighty|loud/);
});

test("a required variable that is not there is called missing", () => {
  expect(() => loadConfig(Config, {})).toThrow(/API_TOKEN: missing/);
});

test("a variable that is given twice, or whose file is not there, is refused", () => {
  expect(() => loadConfig(Config, { API_TOKEN: "12345678", API_TOKEN_FILE: aFile("x") })).toThrow(/given twice/);
  expect(() => loadConfig(Config, { API_TOKEN_FILE: "no/such/file" })).toThrow(/API_TOKEN_FILE .* \(ENOENT\)/);
});

test("a rule over several variables is told beside a bad variable", () => {
  const schema = z
    .object({
      PORT: z.coerce.number().int().default(1),
      HOST: z.string().default("localhost"),
      TOKEN: z.string().optional(),
    })
    .superRefine((config, context) => {
      if (config.HOST !== "localhost" && config.TOKEN === undefined) {
        context.addIssue({ code: "custom", path: ["TOKEN"], message: "needed beyond localhost" });
      }
    });
  const load = () => loadConfig(schema, { PORT: "many", HOST: "0.0.0.0" });
  expect(load).toThrow(/PORT/);
  expect(load).toThrow(/TOKEN.*needed beyond localhost/);
});
