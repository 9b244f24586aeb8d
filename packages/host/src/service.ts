import { setTimeout as sleep } from "node:timers/promises";
import { CodedError } from "@parley/contract/errors";
import type { Logger } from "@parley/telemetry/logger";

export type RunningPart = {
  stop(): Promise<void>;
  /** Rejects when the part can no longer work, so that the service ends and is started anew. */
  failed?: Promise<never>;
};
/** Something a service consists of: a connection, a server, a runtime. Later parts use earlier ones. */
export type Part = { name: string; start(): Promise<RunningPart> };

export type ServiceOptions = {
  name: string;
  log: Logger;
  parts: readonly Part[];
  /** For all parts together. Default 25 s, under the 30 s after which Kubernetes kills. */
  stopWithinMs?: number;
  process?: ServiceProcess;
  /** Ms, for telling one key press from two. */
  now?: () => number;
};
/** What of `process` a service's life touches. */
export type ServiceProcess = {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): void;
};

type Started = RunningPart & { name: string };
type Ending = { code: 0 | 1 };

const oneKeyPressMs = 500;
const stopSignals: readonly NodeJS.Signals[] = ["SIGTERM", "SIGINT", "SIGHUP"];

/**
 * A service's life: starts the parts in order, waits for SIGTERM, SIGINT or SIGHUP, stops them in reverse order and ends
 * the process: with 0 after a clean stop, else with 1. A second signal ends it at once.
 */
export async function runService(options: ServiceOptions): Promise<void> {
  const { name, log, parts, stopWithinMs = 25_000, process: host = process, now = () => performance.now() } = options;
  const signals = listenForSignals(host, log, now);
  // A service whose parts hold no connection of their own would otherwise end while it waits for a signal.
  const keepAlive = setInterval(() => undefined, 60_000);
  const started: Started[] = [];
  let ending = await startParts(name, parts, started, signals.first);
  if (ending === undefined) {
    log.info({ parts: started.map((part) => part.name) }, "service started");
    ending = await Promise.race([signals.first, firstFailure(started, log)]);
  }
  const clean = await stopParts(started, log, stopWithinMs);
  signals.dispose();
  clearInterval(keepAlive);
  log.info("service stopped");
  host.exit(clean ? ending.code : 1);
}

function listenForSignals(host: ServiceProcess, log: Logger, now: () => number) {
  let firstAtMs: number | undefined;
  let resolveFirst: (ending: Ending) => void = () => undefined;
  const first = new Promise<Ending>((resolve) => {
    resolveFirst = resolve;
  });
  const onSignal = () => {
    if (firstAtMs !== undefined) {
      // Ctrl-C reaches us twice under npm: from the terminal, and passed on by npm.
      if (now() - firstAtMs < oneKeyPressMs) return undefined;
      log.warn("second signal: ending at once");
      return host.exit(1);
    }
    firstAtMs = now();
    log.info("stopping");
    return resolveFirst({ code: 0 });
  };
  for (const signal of stopSignals) host.on(signal, onSignal);
  return { first, dispose: () => stopSignals.forEach((signal) => void host.off(signal, onSignal)) };
}

/** Undefined once all parts run; else how the service ends. */
async function startParts(name: string, parts: readonly Part[], started: Started[], stop: Promise<Ending>) {
  let stopped: Ending | undefined;
  void stop.then((ending) => {
    stopped = ending;
  });
  for (const part of parts) {
    try {
      const running = await part.start();
      started.push({ ...running, name: part.name, stop: () => running.stop() });
    } catch (failure) {
      console.error(`${name}: ${part.name} did not start: ${explain(failure)}`);
      return { code: 1 } satisfies Ending;
    }
    if (stopped !== undefined) return stopped;
  }
  return undefined;
}

function firstFailure(started: readonly Started[], log: Logger): Promise<Ending> {
  const failures = started.flatMap(({ name, failed }) =>
    failed === undefined
      ? []
      : [
          failed.catch((failure: unknown): Ending => {
            log.fatal({ part: name, err: failure }, "part failed");
            return { code: 1 };
          }),
        ],
  );
  return Promise.race(failures);
}

async function stopParts(started: readonly Started[], log: Logger, stopWithinMs: number): Promise<boolean> {
  const overrun = new AbortController();
  const bound = sleep(stopWithinMs, "late" as const, { signal: overrun.signal }).catch(() => "late" as const);
  let clean = true;
  for (const part of [...started].reverse()) {
    const stopping = part.stop().then(
      () => "stopped" as const,
      (failure: unknown) => {
        log.error({ part: part.name, err: failure }, "part did not stop in order");
        return "failed" as const;
      },
    );
    const outcome = await Promise.race([stopping, bound]);
    if (outcome === "late") log.error({ part: part.name, stopWithinMs }, "part is still stopping: ending without it");
    if (outcome !== "stopped") clean = false;
    if (outcome === "late") break;
  }
  overrun.abort();
  return clean;
}

function explain(failure: unknown): string {
  if (failure instanceof CodedError) return failure.message;
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
