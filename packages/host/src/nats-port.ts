import { randomInt } from "node:crypto";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import * as z from "zod";

const ServerInfo = z.object({ server_name: z.string(), version: z.string() });
export type ServerInfo = z.infer<typeof ServerInfo>;

/**
 * A port nobody listens on, below the range from which systems take the source ports of connections: a client that
 * reconnects to a server which is down could otherwise be given that very port and talk to itself.
 */
export async function pickFreePort(host: string): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(host, port)) return port;
  }
}

export async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** What the NATS server on that port says of itself when a client connects; undefined if nothing answers in time. */
export function readServerInfo(host: string, port: number, timeoutMs = 1_000): Promise<ServerInfo | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    let text = "";
    const finish = (info: ServerInfo | undefined) => {
      socket.destroy();
      resolve(info);
    };
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("\r\n") || text.length > 32_768) finish(parseInfo(text));
    });
    socket.on("error", () => finish(undefined));
    socket.on("timeout", () => finish(undefined));
    socket.on("close", () => finish(undefined));
  });
}

function parseInfo(text: string): ServerInfo | undefined {
  const json = /^INFO (\{.*\})/.exec(text)?.[1];
  if (json === undefined) return undefined;
  try {
    return ServerInfo.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
