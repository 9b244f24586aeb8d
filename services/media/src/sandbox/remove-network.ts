import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

const refuse = () => {
  throw new Error("no network in the sandbox");
};

/**
 * Takes Node's ways to the network from this process: for systems where a process cannot have a network namespace of its
 * own. Not a wall against native code, which only the namespace is.
 */
export function removeNetwork(): void {
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.send = refuse;
  Object.assign(dns, { lookup: refuse, resolve: refuse });
  Object.assign(globalThis, { fetch: refuse, WebSocket: undefined, EventSource: undefined });
  Object.assign(process, { binding: refuse });
}
