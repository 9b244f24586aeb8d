import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { EventHub } from "./event-hub.ts";

test("a client that does not read is dropped, and the others go on", async () => {
  let dropped = 0;
  const hub = new EventHub({ connected: () => {}, dropped: () => dropped++ });
  const server = createServer((request, response) => hub.add(response, request.url === "/other" ? "1~2" : undefined));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    hub.stop();
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  for (const path of ["/all", "/other"]) {
    const socket = connect(port, "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
    await once(socket, "data");
    socket.pause();
  }
  expect(hub.clients).toBe(2);
  const large = JSON.stringify({ text: "x".repeat(1_000_000) });
  // The kernel takes some megabytes before the client counts as slow.
  await expect
    .poll(() => {
      hub.broadcast("turn", "1~1", large);
      return dropped;
    })
    .toBe(1);
  await expect.poll(() => hub.clients).toBe(1);
});
