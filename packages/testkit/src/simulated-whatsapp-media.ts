import { createHash, randomBytes } from "node:crypto";

type StoredFile = {
  bytes: Uint8Array;
  mimeType: string;
  /** Base64, as webhooks have it. */
  sha256: string;
  /** The number that uploaded it; absent for what a customer sent. */
  account?: string;
};

/** A file that a number uploaded, `sha256` in hex. */
export type UploadedFile = { id: string; account: string; mimeType: string; bytes: number; sha256: string };

export type FileStore = ReturnType<typeof createFileStore>;

const mostBytes = 268_435_456;
const urlLifeMs = 300_000;

/** Files by media id, the newest 256 MB of them, and the URLs handed out for them, which live 5 minutes. */
export function createFileStore() {
  const files = new Map<string, StoredFile>();
  let stored = 0;
  return {
    put: (bytes: Uint8Array, mimeType: string, account?: string): string => {
      const id = `${Date.now()}${randomBytes(3).readUIntBE(0, 3)}`;
      const sha256 = createHash("sha256").update(bytes).digest("base64");
      files.set(id, { bytes, mimeType, sha256, ...(account === undefined ? {} : { account }) });
      stored += bytes.length;
      for (const [oldest, file] of files) {
        if (stored <= mostBytes || oldest === id) break;
        files.delete(oldest);
        stored -= file.bytes.length;
      }
      return id;
    },
    get: (id: string) => files.get(id),
    uploads: (): UploadedFile[] =>
      [...files].flatMap(([id, { account, mimeType, bytes, sha256 }]) =>
        account === undefined ? [] : [{ id, account, mimeType, bytes: bytes.length, sha256: hexOf(sha256) }],
      ),
    /** As after 30 days. False when there is no such file. */
    expire: (id: string): boolean => {
      stored -= files.get(id)?.bytes.length ?? 0;
      return files.delete(id);
    },
    path: (id: string, nowMs: number) => `/simulator/media/${id}?expires=${nowMs + urlLifeMs}`,
    /** Undefined once the file or its URL is gone. */
    open: (id: string, expires: string | null, nowMs: number) => (Number(expires) > nowMs ? files.get(id) : undefined),
  };
}

function hexOf(base64: string): string {
  return Buffer.from(base64, "base64").toString("hex");
}
