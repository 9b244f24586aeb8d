import type { Log } from "@parley/actor/actor";
import { CodedError, PermanentError } from "@parley/contract/errors";
import type { Reply } from "@parley/contract/reply";
import type { SendOutcome } from "@parley/whatsapp/graph-api";
import { refusesFile } from "@parley/whatsapp/graph-errors";
import { needsUpload, type SendableReply, type UnsentFile, uploaded } from "@parley/whatsapp/sendable-reply";
import type { SourceFile } from "./files/source-file.ts";
import type { IdOutcome, Uploads } from "./files/upload-once.ts";
import type { ReplyToSend, SendDependencies, Sent } from "./send-reply.ts";

export type SendWithFilesOptions = {
  send: (reply: Sendable, signal: AbortSignal) => Promise<SendOutcome>;
  open: (reply: UnsentFile) => Promise<SourceFile>;
  uploads: Pick<Uploads, "idOf" | "drop">;
  log: Log;
  /** Longer preparations are left to go on, and the reply is tried again. */
  patienceMs?: number;
};
export type Sendable = Omit<ReplyToSend, "reply"> & { reply: SendableReply };
type Refused = Extract<SendOutcome, { kind: "rejected" }>;
type Ready = { kind: "ready"; mediaId: string; cached: boolean; file: SourceFile };

/** Under the runtime's limit for one message, with two sends beside it: what it is over must not look like a doubtful send. */
const standardPatienceMs = 50_000;

/**
 * Sends a reply, its picture or file uploaded before. Nothing of an upload is seen, so it may be repeated; the send itself is as for any
 * reply. A picture or file that cannot be sent leaves its caption as a text, and `fileError` says why.
 */
export function sendWithFiles(options: SendWithFilesOptions): SendDependencies["send"] {
  const { send } = options;

  const sendFile = async (to: ReplyToSend, reply: UnsentFile, signal: AbortSignal): Promise<SendOutcome> => {
    for (let first = true; ; first = false) {
      const ready = await prepared(to.account, reply, options);
      if (ready.kind !== "ready") return ready;
      const { mediaId, cached, file } = ready;
      const outcome = await send({ ...to, reply: uploaded(reply, mediaId) }, signal);
      const expired = first && cached && outcome.kind === "rejected" && refusesFile(outcome.graphCode);
      if (!expired) return outcome;
      await forget({ account: to.account, file, mediaId }, options);
    }
  };

  return async (to, signal): Promise<Sent> => {
    const { reply } = to;
    const outcome = needsUpload(reply) ? await sendFile(to, reply, signal) : await send({ ...to, reply }, signal);
    if (outcome.kind !== "rejected" || !spoilt(reply, outcome)) return outcome;
    const text = captionOf(reply);
    if (text === undefined) return outcome;
    const said = await send({ ...to, reply: text }, signal);
    return said.kind === "accepted" ? { ...said, fileError: { code: outcome.code, message: outcome.message } } : said;
  };
}

/** Never throws: whatever goes wrong before the send, nothing was sent. */
async function prepared(
  account: string,
  reply: UnsentFile,
  { open, uploads, log, patienceMs = standardPatienceMs }: SendWithFilesOptions,
): Promise<Ready | Exclude<IdOutcome, { kind: "uploaded" }>> {
  const work = async () => {
    const file = await open(reply);
    const id = await uploads.idOf(account, file);
    return id.kind === "uploaded" ? { ...id, kind: "ready" as const, file } : id;
  };
  try {
    return await within(patienceMs, work());
  } catch (failure) {
    if (failure instanceof PermanentError) return refused(failure);
    if (failure instanceof CodedError) return { kind: "unavailable", message: failure.message };
    log.error({ err: failure }, "a file to be sent could not be prepared");
    return refused(new PermanentError("handler.failed", "the file could not be prepared"));
  }
}

async function forget(
  { account, file, mediaId }: { account: string; file: SourceFile; mediaId: string },
  { uploads, log }: SendWithFilesOptions,
): Promise<void> {
  await uploads.drop(account, file, mediaId).catch((failure: unknown) => {
    log.warn({ err: failure }, "the id of a file that WhatsApp no longer has could not be dropped");
  });
}

function refused({ code, message }: PermanentError): Refused {
  return { kind: "rejected", retry: false, code, graphCode: 0, message };
}

/** Whether it was the file that could not be sent, not the message. */
function spoilt({ kind }: Reply, { code, graphCode }: Refused): boolean {
  if (kind !== "image" && kind !== "document") return false;
  return graphCode === 0 || code === "whatsapp.rejected";
}

function captionOf(reply: Reply): SendableReply | undefined {
  if (!("caption" in reply) || reply.caption === undefined || reply.caption.trim() === "") return undefined;
  const { caption: body, replyTo } = reply;
  return replyTo === undefined ? { kind: "text", body } : { kind: "text", body, replyTo };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | { kind: "unavailable"; message: string }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ kind: "unavailable"; message: string }>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "unavailable", message: `a file took over ${ms} ms` }), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
