import { constants } from "node:os";

const endings = new Set<() => void>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has `end` called when this process exits for any ordinary reason: its work is done, an uncaught exception, a signal.
 * It must not be asynchronous. Gives the function that takes it back.
 */
export function atProcessEnd(end: () => void): () => void {
  if (endings.size === 0) watch();
  endings.add(end);
  return () => {
    endings.delete(end);
    if (endings.size === 0) unwatch();
  };
}

function watch(): void {
  process.on("exit", runEndings);
  for (const signal of signals) process.on(signal, exitUnlessHandled);
}

function unwatch(): void {
  process.off("exit", runEndings);
  for (const signal of signals) process.off(signal, exitUnlessHandled);
}

function runEndings(): void {
  for (const end of endings) end();
}

// A signal that nobody handles ends a process without its exit event. Whoever handles it (runService) ends it himself.
function exitUnlessHandled(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}
