import { createHash, randomBytes } from "node:crypto";

type StoredFile = { bytes: Uint8Array; mimeType: string; sha256: string };

export type FileStore = ReturnType<typeof createFileStore>;

const mostBytes = 268_435_456;
const urlLifeMs = 300_000;

/** Files by media id, the newest 256 MB of them, and the URLs handed out for them, which live 5 minutes. */
export function createFileStore() {
  const files = new Map<string, StoredFile>();
  let stored = 0;
  return {
    put: (bytes: Uint8Array, mimeType: string): string => {
      const id = `${Date.now()}${randomBytes(3).readUIntBE(0, 3)}`;
      files.set(id, { bytes, mimeType, sha256: createHash("sha256").update(bytes).digest("base64") });
      stored += bytes.length;
      for (const [oldest, file] of files) {
        if (stored <= mostBytes || oldest === id) break;
        files.delete(oldest);
        stored -= file.bytes.length;
      }
      return id;
    },
    get: (id: string) => files.get(id),
    path: (id: string, nowMs: number) => `/simulator/media/${id}?expires=${nowMs + urlLifeMs}`,
    /** Undefined once the file or its URL is gone. */
    open: (id: string, expires: string | null, nowMs: number) => (Number(expires) > nowMs ? files.get(id) : undefined),
  };
}
