import type { UploadOutcome } from "@parley/whatsapp/graph-upload";
import type { SourceFile } from "./source-file.ts";
import { createUploads, type KeptId, type MediaIds } from "./upload-once.ts";

export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export function aFile(overrides: Partial<SourceFile> = {}): SourceFile {
  return {
    kind: "image",
    sha256: "a".repeat(64),
    sizeBytes: png.length,
    filename: "a.png",
    read: async () => ({ bytes: png, mimeType: "image/png" }),
    ...overrides,
  };
}

/** Ids kept in memory, as all replicas see them. */
export function idsInMemory(): MediaIds & { kept: Map<string, KeptId> } {
  const kept = new Map<string, KeptId>();
  return {
    kept,
    find: async (account, file) => kept.get(`${account}.${file}`),
    keep: async (account, file, id) => {
      kept.set(`${account}.${file}`, id);
    },
    drop: async (account, file, mediaId) => {
      if (kept.get(`${account}.${file}`)?.mediaId === mediaId) kept.delete(`${account}.${file}`);
    },
  };
}

/** Uploads to a WhatsApp that takes everything, after the `outcomes`. */
export function uploadsWith({
  outcomes = [],
  ids = idsInMemory(),
}: {
  outcomes?: UploadOutcome[];
  ids?: MediaIds;
} = {}) {
  const uploaded: string[] = [];
  const observed: string[] = [];
  const warnings: string[] = [];
  let now = Date.parse("2026-11-24T16:00:00Z");
  const log = {
    debug() {},
    info() {},
    warn: (_: object, sentence: string) => void warnings.push(sentence),
    error: (_: object, sentence: string) => void warnings.push(sentence),
  };
  const uploads = createUploads({
    upload: async (account, { filename }) => {
      uploaded.push(`${account} ${filename}`);
      return outcomes.shift() ?? { kind: "uploaded", mediaId: `media.${uploaded.length}` };
    },
    ids,
    fitFile: async ({ filename, read }) => ({ ...(await read()), filename }),
    clock: { now: () => now },
    log,
    observe: (outcome) => observed.push(outcome),
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { uploads, uploaded, observed, warnings, log, pass };
}
