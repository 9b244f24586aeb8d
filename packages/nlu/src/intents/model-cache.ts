import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { algorithmVersion, IntentModel } from "./intent-model.ts";
import type { IntentExample } from "./train-intents.ts";

/** Told about what was ignored; nothing of it stops the work. */
export type Warn = (sentence: string, cause: unknown) => void;

const digestBytes = 32;
const mostKept = 16;

/** The name of the model of these examples: the same for the same examples, order and algorithm. */
export function modelKey(examples: readonly IntentExample[]): string {
  const hash = createHash("sha256").update(`${algorithmVersion}\n`);
  for (const { intent, text } of examples) hash.update(JSON.stringify([intent, text]));
  return hash.digest("hex");
}

/** The cached model, or `undefined` if there is none or it cannot be trusted. */
export async function readModel(folder: string, key: string, warn: Warn): Promise<IntentModel | undefined> {
  const path = pathOf(folder, key);
  try {
    const content = await readFile(path);
    const body = content.subarray(digestBytes);
    if (!digestOf(body).equals(content.subarray(0, digestBytes))) throw new RangeError(`${path} is damaged`);
    return IntentModel.parse(deserialize(body));
  } catch (cause) {
    if (!isMissing(cause)) warn("a cached intent model was ignored", cause);
    return undefined;
  }
}

/** Stores the model whole or not at all, and drops the oldest models of the folder. */
export async function writeModel(folder: string, key: string, { model, warn }: { model: IntentModel; warn: Warn }) {
  const body = serialize(model);
  const temporary = join(folder, `.${key}.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, Buffer.concat([digestOf(body), body]));
    await rename(temporary, pathOf(folder, key));
    await dropOldest(folder);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    warn("an intent model could not be cached", cause);
  }
}

async function dropOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^intents-[0-9a-f]{64}\.model$/.test(name));
  const models = await Promise.all(
    names.map(async (name) => ({ name, writtenAt: (await stat(join(folder, name))).mtimeMs })),
  );
  models.sort((a, b) => b.writtenAt - a.writtenAt);
  for (const { name } of models.slice(mostKept)) await rm(join(folder, name), { force: true });
}

const pathOf = (folder: string, key: string) => join(folder, `intents-${key}.model`);
const digestOf = (body: Uint8Array) => createHash("sha256").update(body).digest();
const isMissing = (cause: unknown) => cause instanceof Error && "code" in cause && cause.code === "ENOENT";
