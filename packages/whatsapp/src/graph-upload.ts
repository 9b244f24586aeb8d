import { type RefusedSend, refusedSend } from "./graph-errors.ts";
import type { HttpExchange } from "./http-exchange.ts";
import { idOf, objectOf, parsed } from "./json.ts";

export type FileToUpload = { bytes: Uint8Array; mimeType: string; filename: string };

/** How an upload ended. It has no effect anybody sees: unless it was refused for good it may be repeated. */
export type UploadOutcome = { kind: "uploaded"; mediaId: string } | RefusedSend;

export type GraphUpload = {
  /** `mediaId` belongs to the number and lives 30 days. Never throws. */
  upload: (phoneNumberId: string, file: FileToUpload, signal?: AbortSignal) => Promise<UploadOutcome>;
};

type Dependencies = { http: HttpExchange; prefix: string; token: () => string; now: () => number };

// The largest file (100 MB) at 20 Mbit/s.
const timeoutMs = 45_000;

export function createGraphUpload({ http, prefix, token, now }: Dependencies): GraphUpload {
  return {
    upload: async (phoneNumberId, file, signal) => {
      const form = multipart(file);
      const exchanged = await http.exchange({
        method: "POST",
        path: `${prefix}/${encodeURIComponent(phoneNumberId)}/media`,
        headers: {
          authorization: `Bearer ${token()}`,
          "content-type": form.headers.get("content-type") ?? "",
        },
        body: new Uint8Array(await form.arrayBuffer()),
        signal,
        timeoutMs,
      });
      if (exchanged.kind !== "answered") return { kind: "unavailable", message: exchanged.message };
      const { answer } = exchanged;
      const ok = answer.status >= 200 && answer.status <= 299;
      const mediaId = ok ? idOf(objectOf(parsed(answer.body))?.id) : undefined;
      if (mediaId !== undefined) return { kind: "uploaded", mediaId };
      return refusedSend(answer, now()) ?? { kind: "unavailable", message: `HTTP ${answer.status} without a media id` };
    },
  };
}

function multipart({ bytes, mimeType, filename }: FileToUpload): Response {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", mimeType);
  form.set("file", new Blob([new Uint8Array(bytes)], { type: mimeType }), filename);
  return new Response(form);
}
