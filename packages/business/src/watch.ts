import { createHash } from "node:crypto";
import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Business } from "./business.ts";
import { parseBusiness } from "./load.ts";

export type Watch = {
  onChange: (business: Business) => void;
  /** The new file cannot be used; the old business stays. Called once for each bad content. */
  onProblem: (problem: Error) => void;
  /** How often to look without being told, ms: a mounted file system may tell nothing. */
  pollMs?: number;
};

/** Editors write in steps, and a ConfigMap changes its links one by one: look when it is quiet. */
const quietMs = 100;

/**
 * Reads the business file again whenever its content changes, until `stop`. The folder is watched instead of the file, as editors and
 * Kubernetes put a new file in its place. `current` is the text that is in use.
 */
export function watchBusiness(path: string, current: string, { onChange, onProblem, pollMs = 5_000 }: Watch) {
  let seen = digest(current);
  let stopped = false;
  let looking = false;
  let quiet: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    if (looking || stopped) return;
    looking = true;
    try {
      const yaml = await readFile(path, "utf8").catch(() => undefined); // between two files there is none: the next look finds it
      if (stopped || yaml === undefined || digest(yaml) === seen) return;
      seen = digest(yaml);
      onChange(parseBusiness(yaml, path, dirname(path)));
    } catch (error) {
      onProblem(error instanceof Error ? error : new Error(String(error)));
    } finally {
      looking = false;
    }
  };
  const soon = () => {
    clearTimeout(quiet);
    if (!stopped) quiet = setTimeout(() => void look(), quietMs).unref();
  };
  const watcher = watchFolder(dirname(path), soon);
  const poll = setInterval(() => void look(), pollMs).unref();
  return {
    stop: (): void => {
      stopped = true;
      watcher?.close();
      clearInterval(poll);
      clearTimeout(quiet);
    },
  };
}

/** `undefined` where the file system cannot be watched: the poll still works. */
function watchFolder(folder: string, changed: () => void) {
  try {
    return watch(folder, { persistent: false }, changed).on("error", () => undefined);
  } catch {
    return undefined;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
