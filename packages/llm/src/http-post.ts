import { type Dispatcher, Pool } from "undici";

export type HttpAnswer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** How a request ended. `not-sent`: no server can have seen it; `lost`: it may have been worked on, and paid. */
export type Posted =
  | ({ kind: "answered" } & HttpAnswer)
  | { kind: "not-sent" }
  | { kind: "lost"; reason: "network" | "answer-too-large" };

export type PostRequest = { path: string; headers: Record<string, string>; body: string; signal: AbortSignal };

export type HttpPost = { post: (request: PostRequest) => Promise<Posted>; close: () => Promise<void> };

const longestAnswerBytes = 262_144;
const notConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Kept-alive JSON posts to one origin. Never throws, never repeats, never follows a redirect: the key stays with its server. */
export function openHttpPost(origin: string, { connections }: { connections: number }): HttpPost {
  // The caller's signal bounds everything, headers and body included.
  const pool = new Pool(origin, { connections, connectTimeout: 5_000, headersTimeout: 0, bodyTimeout: 0 });
  return {
    post: async ({ path, headers, body, signal }) => {
      try {
        const answer = await pool.request({
          method: "POST",
          path,
          headers: { "content-type": "application/json", accept: "application/json", ...headers },
          body,
          signal,
        });
        return await readAnswer(answer);
      } catch (failure) {
        const code = failure instanceof Error && "code" in failure ? String(failure.code) : "";
        return notConnected.has(code) ? { kind: "not-sent" } : { kind: "lost", reason: "network" };
      }
    },
    close: () => pool.destroy(),
  };
}

async function readAnswer({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Posted> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    // Leaving the loop destroys the body and with it the connection.
    if (bytes > longestAnswerBytes) return { kind: "lost", reason: "answer-too-large" };
    chunks.push(chunk);
  }
  return { kind: "answered", status: statusCode, headers, body: Buffer.concat(chunks).toString("utf8") };
}
