// Usage: node packages/host/bin/run.mjs <entry.ts> [arguments]. Installs what is missing, then runs the entry in this
// very process, so that signals reach it and its exit code is ours.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { installWhenNeeded } from "./install.mjs";

const entry = resolve(process.argv[2] ?? "");
if (process.argv[2] === undefined || !existsSync(entry)) {
  console.error(`There is no program ${process.argv[2] ?? "named"} to run.`);
  process.exit(1);
}
await installWhenNeeded();
process.argv.splice(1, 2, entry);
const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(entry).href);
