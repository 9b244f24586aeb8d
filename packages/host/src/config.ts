import { readFileSync } from "node:fs";
import { CodedError } from "@parley/contract/errors";
import type * as z from "zod";

export type Environment = Record<string, string | undefined>;

/**
 * Reads a service's variables. A value may be given as `NAME_FILE`, the path of a mounted secret; an empty one counts as
 * absent. Throws one `CodedError("config.invalid")` that names every bad variable and never repeats a value.
 */
export function loadConfig<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.infer<Schema> {
  const problems = new Map<string, string>();
  const values: Environment = {};
  for (const name of Object.keys(schema.shape)) {
    const { value, problem } = readVariable(name, env);
    if (value !== undefined) values[name] = value;
    if (problem !== undefined) problems.set(name, problem);
  }
  const parsed = schema.safeParse(values);
  const report = (issues: readonly z.core.$ZodIssue[]) => {
    for (const issue of issues) {
      const name = String(issue.path[0] ?? "configuration");
      const problem = name in values || !(name in schema.shape) ? issue.message : `missing (${issue.message})`;
      if (!problems.has(name)) problems.set(name, problem);
    }
  };
  report(parsed.error?.issues ?? []);
  // Rules over several variables are only looked at when each is fine by itself: once more without the bad ones.
  const fine = Object.fromEntries(Object.entries(values).filter(([name]) => !problems.has(name)));
  if (problems.size > 0) report(schema.safeParse(fine).error?.issues ?? []);
  if (parsed.success && problems.size === 0) return parsed.data;
  const lines = [...problems].map(([name, problem]) => `  ${name}: ${problem}`);
  throw new CodedError("config.invalid", ["The configuration is not usable:", ...lines].join("\n"));
}

/** `loadConfig` for a `main.ts`: prints what is wrong and ends the process with 1, without a stack trace. */
export function loadConfigOrExit<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.infer<Schema> {
  try {
    return loadConfig(schema, env);
  } catch (failure) {
    if (!(failure instanceof CodedError)) throw failure;
    console.error(failure.message);
    return process.exit(1);
  }
}

function readVariable(name: string, env: Environment): { value?: string; problem?: string } {
  const value = env[name] || undefined;
  const path = env[`${name}_FILE`] || undefined;
  if (path === undefined) return value === undefined ? {} : { value };
  if (value !== undefined) return { problem: `given twice, as ${name} and as ${name}_FILE` };
  try {
    return { value: readFileSync(path, "utf8").trimEnd() };
  } catch (failure) {
    const reason = failure instanceof Error && "code" in failure ? failure.code : failure;
    return { problem: `the file that ${name}_FILE names cannot be read (${reason})` };
  }
}
