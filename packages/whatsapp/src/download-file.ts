import { PermanentError, TransientError } from "@parley/contract/errors";
import { type Agent, type Dispatcher, request } from "undici";
import { textOf } from "./json.ts";
import { mediaFailure } from "./media-failure.ts";
import type { Download, PartialFile } from "./partial-file.ts";

export type FileHost = { agent: Agent; base: URL; token: () => string; now: () => number };
export type Trust = { signal: AbortSignal; allowedHosts?: readonly string[] };

const metaHosts = /(^|\.)(fbcdn\.net|whatsapp\.net)$|^(lookaside\.fbsbx|graph\.facebook)\.com$/;
const mostRedirects = 3;
// With a connection cut three times the fourth still brings the end; what breaks more often is tried again later.
const mostRequests = 4;
// Meta's file host answers an unnamed client with an error page.
const userAgent = "parley";

/**
 * Fetches `url` into `file`, which may have a beginning already; `"gone"` when the URL leads nowhere any more. A connection that
 * breaks is gone on with by further requests. Throws as `GraphMedia` does.
 */
export async function downloadFile(
  url: string,
  file: PartialFile,
  trust: Trust,
  host: FileHost,
): Promise<Download | "gone"> {
  let cause: unknown;
  for (let requests = 0; requests < mostRequests; requests += 1) {
    try {
      const answer = await follow(url, { headers: file.rest(), trust, host }, mostRedirects);
      if (answer === "gone") return "gone";
      const whole = await take(answer, file);
      if (whole !== undefined) return whole;
      cause = undefined;
    } catch (failure) {
      if (failure instanceof PermanentError || failure instanceof TransientError) throw failure;
      cause = failure;
      // Nothing has come yet: when to try again is the caller's to say.
      if (trust.signal.aborted || !file.begun()) break;
    }
  }
  const timedOut = cause instanceof Error && /timeout/i.test(cause.name);
  const code = timedOut ? "dependency.timeout" : "dependency.unavailable";
  throw new TransientError(code, "the file could not be fetched", { cause });
}

type Asked = { headers: Record<string, string>; trust: Trust; host: FileHost };

/** The answer behind the redirects: a file or a part of one, `"gone"`, or a refusal. */
async function follow(url: string, asked: Asked, redirects: number): Promise<Dispatcher.ResponseData | "gone"> {
  const { trust, host } = asked;
  const target = trustedUrl(url, host.base, trust.allowedHosts ?? []);
  const answer = await request(target, {
    dispatcher: host.agent,
    headers: { authorization: `Bearer ${host.token()}`, "user-agent": userAgent, ...asked.headers },
    signal: trust.signal,
  });
  const { statusCode, headers } = answer;
  const isPart = asked.headers.range !== undefined && (statusCode === 206 || statusCode === 416);
  if (statusCode === 200 || isPart) return answer;
  leave(answer);
  const location = textOf(headers.location);
  if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
    if (redirects === 0) throw new TransientError("dependency.unavailable", "too many redirects");
    return follow(new URL(location, target).href, asked, redirects - 1);
  }
  if (statusCode >= 400 && statusCode < 500 && statusCode !== 401 && statusCode !== 408 && statusCode !== 429)
    return "gone";
  throw mediaFailure({ status: statusCode, headers, body: "" }, host.now());
}

/** The file, once it is whole; undefined when another request has to follow. Throws what breaks the connection. */
async function take(answer: Dispatcher.ResponseData, file: PartialFile): Promise<Download | undefined> {
  const { statusCode, headers, body } = answer;
  try {
    if (statusCode === 200) file.restart(headers);
    else if (statusCode === 416 || !file.continues(headers)) {
      // Not the part that was asked for, or there is none: from the beginning.
      leave(answer);
      file.forget();
      return undefined;
    }
    for await (const chunk of body) {
      const bytes: Uint8Array = chunk;
      file.add(bytes);
    }
  } catch (failure) {
    leave(answer);
    throw failure;
  }
  const whole = file.whole();
  if (whole === undefined) file.forget();
  return whole;
}

function leave({ body }: Dispatcher.ResponseData): void {
  body.on("error", () => undefined).destroy();
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
