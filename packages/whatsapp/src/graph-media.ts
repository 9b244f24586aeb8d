import { createHash } from "node:crypto";
import { PermanentError, TransientError } from "@parley/contract/errors";
import { type Agent, type Dispatcher, request } from "undici";
import { type GraphAnswer, refusedSend, retryAfterMs } from "./graph-errors.ts";
import type { HttpExchange } from "./http-exchange.ts";
import { idOf, numberOf, objectOf, parsed, present, textOf } from "./json.ts";

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

/** `sha256` in lower-case hex. */
export type Download = { bytes: Uint8Array; sha256: string; mimeType?: string };

export type GraphMedia = {
  /** Throws `PermanentError("media.gone")` once Meta has dropped the file (7 days), else `TransientError`. */
  mediaUrl: (mediaId: string, phoneNumberId: string | undefined, signal: AbortSignal) => Promise<MediaUrl>;
  /** Throws `PermanentError` `media.gone`, `media.too-large` or `media.forbidden-host`, else `TransientError`. */
  download: (url: string, options: DownloadOptions) => Promise<Download>;
};

type Dependencies = {
  http: HttpExchange;
  agent: Agent;
  base: URL;
  prefix: string;
  token: () => string;
  now: () => number;
};

const metaHosts = /(^|\.)(fbcdn\.net|whatsapp\.net)$|^(lookaside\.fbsbx|graph\.facebook)\.com$/;
const mostRedirects = 3;
// Meta's file host answers an unnamed client with an error page.
const userAgent = "parley";

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
      const first = await fetchFile(url, options, dependencies);
      if (first !== "gone") return first;
      const { mediaId, phoneNumberId, signal } = options;
      const fresh = mediaId === undefined ? url : (await mediaUrl(mediaId, phoneNumberId, signal)).url;
      const second = await fetchFile(fresh, options, dependencies);
      if (second === "gone") throw new PermanentError("media.gone", "Meta no longer has the file");
      return second;
    },
  };
}

async function fetchFile(
  url: string,
  options: DownloadOptions,
  dependencies: Dependencies,
): Promise<Download | "gone"> {
  try {
    return await follow(url, options, dependencies, mostRedirects);
  } catch (cause) {
    if (cause instanceof PermanentError || cause instanceof TransientError) throw cause;
    const timedOut = cause instanceof Error && /timeout/i.test(cause.name);
    const code = timedOut ? "dependency.timeout" : "dependency.unavailable";
    throw new TransientError(code, "the file could not be fetched", { cause });
  }
}

async function follow(
  url: string,
  options: DownloadOptions,
  dependencies: Dependencies,
  redirects: number,
): Promise<Download | "gone"> {
  const target = trustedUrl(url, dependencies.base, options.allowedHosts ?? []);
  const { statusCode, headers, body } = await request(target, {
    dispatcher: dependencies.agent,
    headers: { authorization: `Bearer ${dependencies.token()}`, "user-agent": userAgent },
    signal: options.signal,
  });
  if (statusCode === 200) return readFile(body, headers, options.maxBytes);
  body.on("error", () => undefined).destroy();
  const location = headers.location;
  if (statusCode >= 300 && statusCode < 400 && typeof location === "string") {
    if (redirects === 0) throw new TransientError("dependency.unavailable", "too many redirects");
    return follow(new URL(location, target).href, options, dependencies, redirects - 1);
  }
  if (statusCode >= 400 && statusCode < 500 && statusCode !== 401 && statusCode !== 408 && statusCode !== 429)
    return "gone";
  throw mediaFailure({ status: statusCode, headers, body: "" }, dependencies.now());
}

/** Our token goes to Meta's hosts only, whatever a webhook or a redirect says; https, or what the configured base URL uses. */
function trustedUrl(url: string, base: URL, allowedHosts: readonly string[]): URL {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const own = target !== undefined && target.protocol === base.protocol && target.host === base.host;
  const meta = target?.protocol === "https:" && (metaHosts.test(target.hostname) || allowedHosts.includes(target.host));
  if (target === undefined || !(own || meta)) {
    throw new PermanentError("media.forbidden-host", `no media is fetched from ${target?.host ?? "an unreadable URL"}`);
  }
  return target;
}

async function readFile(
  body: Dispatcher.ResponseData["body"],
  headers: Dispatcher.ResponseData["headers"],
  maxBytes: number,
): Promise<Download> {
  const chunks: Uint8Array[] = [];
  const hash = createHash("sha256");
  let size = numberOf(headers["content-length"]) ?? 0;
  if (size > maxBytes) body.on("error", () => undefined).destroy();
  else {
    size = 0;
    for await (const chunk of body) {
      const bytes: Uint8Array = chunk;
      size += bytes.length;
      if (size > maxBytes) break;
      hash.update(bytes);
      chunks.push(bytes);
    }
  }
  if (size > maxBytes) throw new PermanentError("media.too-large", `a file of more than ${maxBytes} bytes`);
  const mimeType = textOf(headers["content-type"]);
  return { bytes: Buffer.concat(chunks), sha256: hash.digest("hex"), ...(mimeType === undefined ? {} : { mimeType }) };
}

function mediaFailure(answer: GraphAnswer, nowMs: number): PermanentError | TransientError {
  const wait = retryAfterMs(answer, nowMs);
  const refused = refusedSend(answer, nowMs);
  if (refused?.kind === "rejected") return new PermanentError("media.gone", refused.message);
  if (answer.status === 404 || answer.status === 410) return new PermanentError("media.gone", `HTTP ${answer.status}`);
  if (refused?.kind === "blocked") return new TransientError("whatsapp.unauthorized", refused.message);
  const code = refused?.kind === "throttled" ? "dependency.rate-limited" : "dependency.unavailable";
  return new TransientError(code, `HTTP ${answer.status}`, wait === undefined ? {} : { retryAfterMs: wait });
}
