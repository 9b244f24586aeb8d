// For children run from TypeScript sources, after the loader of these (`--import`). Libraries are JavaScript already, but the
// loader copies each of their modules and reads its source map: measured, drawing a page then takes 470 MB instead of 155.
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.setSourceMapsEnabled(false);
  register(import.meta.url);
}

/** A hook of Node's module loading. */
export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.includes("/node_modules/") || !url.endsWith(".mjs")) return next(url, context);
  return { format: "module", source: await readFile(new URL(url)), shortCircuit: true };
}
