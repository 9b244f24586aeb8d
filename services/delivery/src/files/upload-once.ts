import type { Log } from "@parley/actor/actor";
import type { Clock } from "@parley/actor/clock";
import { PermanentError } from "@parley/contract/errors";
import type { FileToUpload, GraphUpload, UploadOutcome } from "@parley/whatsapp/graph-upload";
import { createSlots } from "./slots.ts";
import type { SourceFile } from "./source-file.ts";

export type KeptId = { mediaId: string; uploadedAtMs: number };

/** Ids of uploaded files, by number and `<sha256>.<kind>`. */
export type MediaIds = {
  find: (account: string, file: string) => Promise<KeptId | undefined>;
  keep: (account: string, file: string, id: KeptId) => Promise<void>;
  /** Nothing happens when the kept id is another one. */
  drop: (account: string, file: string, mediaId: string) => Promise<void>;
};

/** `cached`: it was uploaded before, by whomever. */
export type IdOutcome =
  | { kind: "uploaded"; mediaId: string; cached: boolean }
  | Exclude<UploadOutcome, { kind: "uploaded" }>;

export type UploadsOptions = {
  upload: GraphUpload["upload"];
  ids: MediaIds;
  /** The file as WhatsApp takes it; throws `PermanentError` for what it does not. */
  fitFile: (file: SourceFile) => Promise<FileToUpload>;
  clock: Clock;
  log: Log;
  /** `refused`: not even tried, WhatsApp would not take it. */
  observe: (outcome: UploadOutcome["kind"] | "cached" | "expired" | "refused") => void;
};

/** Meta keeps an uploaded file for 30 days. */
export const idLivesMs = 29 * 86_400_000;
// Four at once, and of large ones (above 16 MB) as few as keep 64 MB in memory.
const slotsAtOnce = 4;
const bytesOfSlot = 16 * 1_048_576;

export type Uploads = ReturnType<typeof createUploads>;

/** Uploads each file once for each number: ids are kept, and who wants a file that is on its way waits for that one. */
export function createUploads({ upload, ids, fitFile, clock, log, observe }: UploadsOptions) {
  const underWay = new Map<string, Promise<IdOutcome>>();
  const pausedUntilMs = new Map<string, number>();
  const slots = createSlots(slotsAtOnce);

  const fitted = async (file: SourceFile): Promise<FileToUpload> => {
    try {
      return await fitFile(file);
    } catch (failure) {
      if (failure instanceof PermanentError) observe("refused");
      throw failure;
    }
  };

  const uploadNow = async (account: string, file: SourceFile): Promise<IdOutcome> => {
    const pausedMs = (pausedUntilMs.get(account) ?? 0) - clock.now();
    if (pausedMs > 0) return { kind: "throttled", scope: "number", graphCode: 0, retryAfterMs: pausedMs };
    const outcome = await slots.hold(file.sizeBytes / bytesOfSlot, async () => upload(account, await fitted(file)));
    observe(outcome.kind);
    if (outcome.kind === "throttled") pausedUntilMs.set(account, clock.now() + outcome.retryAfterMs);
    if (outcome.kind !== "uploaded") return outcome;
    await ids.keep(account, keyOf(file), { mediaId: outcome.mediaId, uploadedAtMs: clock.now() }).catch((failure) => {
      log.warn({ err: failure }, "the id of an uploaded file could not be kept: it will be uploaded again");
    });
    return { ...outcome, cached: false };
  };

  const find = async (account: string, file: SourceFile): Promise<IdOutcome> => {
    const kept = await ids.find(account, keyOf(file));
    if (kept === undefined || clock.now() - kept.uploadedAtMs >= idLivesMs) return uploadNow(account, file);
    observe("cached");
    return { kind: "uploaded", mediaId: kept.mediaId, cached: true };
  };

  return {
    /** The id of a file for a number. Throws what `ids.find` and `fitFile` throw. */
    idOf: (account: string, file: SourceFile): Promise<IdOutcome> => {
      const key = `${account}.${keyOf(file)}`;
      const running = underWay.get(key);
      if (running !== undefined) return running;
      const finding = find(account, file).finally(() => underWay.delete(key));
      underWay.set(key, finding);
      return finding;
    },
    /** Meta does not know the id any longer. */
    drop: async (account: string, file: SourceFile, mediaId: string): Promise<void> => {
      observe("expired");
      await ids.drop(account, keyOf(file), mediaId);
    },
  };
}

function keyOf({ sha256, kind }: SourceFile): string {
  return `${sha256}.${kind}`;
}
