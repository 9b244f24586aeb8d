import { readFileSync } from "node:fs";
import { connect, credsAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";

export type ConnectionOptions = {
  /** Comma-separated servers. */
  servers: string;
  name: string;
  credentialsFile?: string | undefined;
  caFile?: string | undefined;
};

/** Connects and keeps reconnecting for ever; what to do meanwhile is decided by publishers and partitions. */
export async function connectNats(options: ConnectionOptions, log: Log): Promise<NatsConnection> {
  const nc = await connect({
    servers: options.servers.split(",").map((server) => server.trim()),
    name: options.name,
    // A stack trace per request costs 40 % of the throughput (research: raw limits).
    noAsyncTraces: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
    reconnectJitter: 50,
    pingInterval: 10_000,
    waitOnFirstConnect: false,
    ...(options.credentialsFile ? { authenticator: credsAuthenticator(readFileSync(options.credentialsFile)) } : {}),
    ...(options.caFile ? { tls: { caFile: options.caFile } } : {}),
  });
  void watchStatus(nc, log);
  return nc;
}

async function watchStatus(nc: NatsConnection, log: Log): Promise<void> {
  for await (const status of nc.status()) {
    if (status.type === "disconnect") log.warn({}, "nats connection lost, reconnecting");
    else if (status.type === "reconnect") log.info({}, "nats connection is back");
    else if (status.type === "error") log.warn({ error: String(status.error) }, "nats connection error");
  }
}

/** Calls back on every loss and return of the connection, until the connection is closed. */
export function onConnectionChange(nc: NatsConnection, listener: (connected: boolean) => void): void {
  void (async () => {
    for await (const status of nc.status()) {
      if (status.type === "disconnect") listener(false);
      else if (status.type === "reconnect") listener(true);
    }
    listener(false);
  })();
}
