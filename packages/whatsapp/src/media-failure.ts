import { PermanentError, TransientError } from "@parley/contract/errors";
import { type GraphAnswer, refusedSend, retryAfterMs } from "./graph-errors.ts";

/** What an answer other than a file, or a file's URL, means for the file. */
export function mediaFailure(answer: GraphAnswer, nowMs: number): PermanentError | TransientError {
  const wait = retryAfterMs(answer, nowMs);
  const refused = refusedSend(answer, nowMs);
  if (refused?.kind === "rejected") return new PermanentError("media.gone", refused.message);
  if (answer.status === 404 || answer.status === 410) return new PermanentError("media.gone", `HTTP ${answer.status}`);
  if (refused?.kind === "blocked") return new TransientError("whatsapp.unauthorized", refused.message);
  const code = refused?.kind === "throttled" ? "dependency.rate-limited" : "dependency.unavailable";
  return new TransientError(code, `HTTP ${answer.status}`, wait === undefined ? {} : { retryAfterMs: wait });
}
