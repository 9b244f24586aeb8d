import type { MediaReference } from "@parley/contract/message-received";
import type { GraphMedia } from "@parley/whatsapp/graph-media";
import type { MediaDependencies } from "../media.ts";

export type GraphMediaOptions = {
  maxBytes: number;
  /** Hosts to trust with our token besides Meta's. */
  allowedHosts: readonly string[];
  /** Downloads at a time: with `maxBytes` the bound of the memory that files take. */
  downloads: number;
  /** The simulated WhatsApp, when it is in use: a webhook's URL elsewhere is passed over, nothing leaves this machine. */
  onlyFrom?: string | undefined;
};

const megabyte = 1_048_576;
/** What WhatsApp itself takes of a kind, bytes: what is larger did not come from there. */
const largestBytes: Record<MediaReference["kind"], number> = {
  ...{ image: 5 * megabyte, audio: 16 * megabyte, video: 16 * megabyte },
  ...{ document: 100 * megabyte, sticker: 0.5 * megabyte },
};

/**
 * Fetches files from Meta: by the webhook's URL as long as it lives (5 minutes), else by a fresh one. Throws as
 * `GraphMedia` does.
 */
export function graphMedia(graph: GraphMedia, options: GraphMediaOptions): MediaDependencies["fetchMedia"] {
  const { allowedHosts, downloads, onlyFrom } = options;
  const inTurn = limit(downloads);
  return (reference, account, signal) =>
    inTurn(async () => {
      signal.throwIfAborted();
      const maxBytes = Math.min(options.maxBytes, largestBytes[reference.kind]);
      const usable = onlyFrom === undefined || reference.url?.startsWith(`${onlyFrom}/`) === true;
      const given = usable ? reference.url : undefined;
      const known = given === undefined ? await graph.mediaUrl(reference.id, account, signal) : undefined;
      const url = known?.url ?? given ?? "";
      if ((known?.bytes ?? 0) > maxBytes) return { status: "too_large" };
      const from = { mediaId: reference.id, phoneNumberId: account };
      const { bytes } = await graph.download(url, { ...from, maxBytes, signal, allowedHosts });
      return known?.sha256 === undefined
        ? { status: "fetched", bytes }
        : { status: "fetched", bytes, sha256: known.sha256 };
    });
}

/** Runs at most `most` at a time, the others in the order they came. The runtime bounds how many wait. */
function limit(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
