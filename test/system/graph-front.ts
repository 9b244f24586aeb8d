import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type GraphFront = Awaited<ReturnType<typeof openGraphFront>>;

/**
 * A real HTTP server in front of the simulated WhatsApp, for what that one cannot do: refuse one customer's next reply, and hold
 * a file back until a story lets it go. Everything else is passed on.
 */
export async function openGraphFront() {
  let target = "";
  const files = new Map<string, { body: Promise<Uint8Array>; seen: () => void }>();
  const refuse = new Map<string, number>();
  const refusals = new Map<string, number>();
  let requests = 0;

  const refusalOf = (request: IncomingMessage, body: Buffer): number | undefined => {
    if (request.method !== "POST") return undefined;
    const to = String(JSON.parse(body.toString("utf8")).to);
    const code = refuse.get(to);
    if (code === undefined) return undefined;
    refuse.delete(to);
    refusals.set(to, (refusals.get(to) ?? 0) + 1);
    return code;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    requests += 1;
    const file = files.get(path);
    if (file !== undefined) {
      file.seen();
      return response.end(await file.body);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const code = refusalOf(request, body);
    if (code !== undefined) {
      const error = { message: `(#${code}) refused`, type: "OAuthException", code };
      return response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ error }));
    }
    const { authorization = "", "content-type": contentType = "application/json" } = request.headers;
    const headers = { authorization, "content-type": contentType };
    const method = request.method ?? "GET";
    const passed = await fetch(target + path, { method, headers, ...(method === "POST" ? { body } : {}) });
    const type = passed.headers.get("content-type") ?? "";
    response.writeHead(passed.status, { "content-type": type });
    // The address of a file leads through here as well: our token goes to no other host.
    if (type.startsWith("application/json")) return response.end((await passed.text()).replaceAll(target, url));
    return response.end(Buffer.from(await passed.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

  return {
    url,
    passTo: (simulator: string) => {
      target = simulator;
    },
    requests: () => requests,
    /** The next reply to this customer is refused with the code. */
    refuseOnce: (to: string, code: number) => refuse.set(to, code),
    refusals: (to: string) => refusals.get(to) ?? 0,
    /** A file that is asked for before it is there. */
    holdFile: () => {
      const path = `/held/${files.size}`;
      let release = (_: Uint8Array) => {};
      let seen = () => {};
      const body = new Promise<Uint8Array>((resolve) => (release = resolve));
      const asked = new Promise<void>((resolve) => (seen = resolve));
      files.set(path, { body, seen });
      return { url: url + path, asked, release };
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
