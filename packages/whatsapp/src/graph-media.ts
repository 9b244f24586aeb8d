import { PermanentError, TransientError } from "@parley/contract/errors";
import { downloadFile, type FileHost } from "./download-file.ts";
import type { HttpExchange } from "./http-exchange.ts";
import { idOf, numberOf, objectOf, parsed, present, textOf } from "./json.ts";
import { mediaFailure } from "./media-failure.ts";
import { beginFile, type Download } from "./partial-file.ts";

export type MediaUrl = { url: string; mimeType?: string; sha256?: string; bytes?: number };

export type DownloadOptions = {
  maxBytes: number;
  signal: AbortSignal;
  /** The id the URL came from: with it a URL that has expired (they live 5 minutes) is asked for once more. */
  mediaId?: string;
  phoneNumberId?: string;
  /** Hosts to trust with our token besides Meta's. */
  allowedHosts?: readonly string[];
};

export type GraphMedia = {
  /** Throws `PermanentError("media.gone")` once Meta has dropped the file (7 days), else `TransientError`. */
  mediaUrl: (mediaId: string, phoneNumberId: string | undefined, signal: AbortSignal) => Promise<MediaUrl>;
  /**
   * A connection that breaks is gone on with where it broke, as far as the server takes part. Throws `PermanentError`
   * `media.gone`, `media.too-large` or `media.forbidden-host`, else `TransientError`.
   */
  download: (url: string, options: DownloadOptions) => Promise<Download>;
};

type Dependencies = FileHost & { http: HttpExchange; prefix: string };

export function createGraphMedia(dependencies: Dependencies): GraphMedia {
  const mediaUrl: GraphMedia["mediaUrl"] = async (mediaId, phoneNumberId, signal) => {
    const { http, prefix, token, now } = dependencies;
    const query = phoneNumberId === undefined ? "" : `?phone_number_id=${encodeURIComponent(phoneNumberId)}`;
    const exchanged = await http.exchange({
      method: "GET",
      path: `${prefix}/${encodeURIComponent(mediaId)}${query}`,
      headers: { authorization: `Bearer ${token()}` },
      signal,
    });
    if (exchanged.kind !== "answered") throw new TransientError("dependency.unavailable", exchanged.message);
    if (exchanged.answer.status !== 200) throw mediaFailure(exchanged.answer, now());
    const answer = objectOf(parsed(exchanged.answer.body));
    const url = textOf(answer?.url);
    if (url === undefined) throw new TransientError("dependency.unavailable", "no media URL in the answer");
    const details = present<Omit<MediaUrl, "url">>({
      mimeType: textOf(answer?.mime_type),
      sha256: textOf(answer?.sha256),
      bytes: numberOf(idOf(answer?.file_size)),
    });
    return { url, ...details };
  };
  return {
    mediaUrl,
    download: async (url, options) => {
      const file = beginFile(options.maxBytes);
      const first = await downloadFile(url, file, options, dependencies);
      if (first !== "gone") return first;
      const { mediaId, phoneNumberId, signal } = options;
      const fresh = mediaId === undefined ? url : (await mediaUrl(mediaId, phoneNumberId, signal)).url;
      // What came by a URL that has expired since is still the beginning of the file.
      const second = await downloadFile(fresh, file, options, dependencies);
      if (second === "gone") throw new PermanentError("media.gone", "Meta no longer has the file");
      return second;
    },
  };
}
