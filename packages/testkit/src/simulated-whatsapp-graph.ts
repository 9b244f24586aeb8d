import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { isObject } from "@parley/whatsapp/json";
import { z } from "zod";
import type { Fault, Faults } from "./simulated-whatsapp-faults.ts";
import { graphError, parseJson, type Reply } from "./simulated-whatsapp-http.ts";
import type { FileStore } from "./simulated-whatsapp-media.ts";
import { readShown } from "./simulated-whatsapp-outgoing.ts";
import type { SentLog, SentMessage } from "./simulated-whatsapp-sent.ts";
import { readFile, takeUpload } from "./simulated-whatsapp-uploads.ts";

/** What one call did: an answer, or a connection cut without one. */
export type GraphReply = Reply | "reset";

type Dependencies = {
  token: string;
  faults: Faults;
  sent: SentLog;
  files: FileStore;
  accepted: (sent: SentMessage) => void;
  baseUrl: () => string;
};

const Read = z.object({ status: z.literal("read"), message_id: z.string().min(1) });
const Send = z.object({
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  recipient_type: z.enum(["individual", "group"]).default("individual"),
  type: z.string().min(1).default("text"),
  context: z.object({ message_id: z.string() }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
});
const route = /^(?:\/v\d+\.\d+)?\/([^/]+)(?:\/(messages|media))?$/;

/** The calls of the Graph API that Parley makes, with Meta's checks. Undefined for a path that is none of them. */
export function createGraphCalls(dependencies: Dependencies) {
  const { token, files, baseUrl } = dependencies;
  const session = randomBytes(6).toString("hex").toUpperCase();
  const counts = { rejected: 0, reads: 0, faults: 0, uploads: 0 };
  let ids = 0;
  const nextId = () => {
    ids += 1;
    return `wamid.${session}${ids}`;
  };

  /** What a fault answers in the place of the call; undefined when the call goes on. */
  const suffered = async (fault: Fault | undefined): Promise<GraphReply | undefined> => {
    if (fault === undefined) return undefined;
    counts.faults += 1;
    if (fault.kind === "reset-before-accept") return "reset";
    if (fault.kind === "slow") await sleep(fault.delayMs ?? 1000);
    return refusal(fault);
  };

  const send = async (account: string, payload: unknown): Promise<GraphReply> => {
    const fault = dependencies.faults.take("send");
    const refused = await suffered(fault);
    if (refused !== undefined) return refused;
    const message = readSend(payload, account, files);
    if ("status" in message) {
      counts.rejected += 1;
      return message;
    }
    const sent = dependencies.sent.add({ id: nextId(), account, at: Date.now(), ...message });
    dependencies.accepted(sent);
    if (fault?.kind === "reset-after-accept") return "reset";
    const contacts = [{ input: sent.to, wa_id: sent.to }];
    return { status: 200, body: { messaging_product: "whatsapp", contacts, messages: [{ id: sent.id }] } };
  };

  const upload = async (account: string, body: Buffer, contentType: string): Promise<GraphReply> => {
    const fault = dependencies.faults.take("upload");
    const refused = await suffered(fault);
    if (refused !== undefined) return refused;
    const reply = await takeUpload(account, body, contentType, files);
    if (reply.status === 200) counts.uploads += 1;
    else counts.rejected += 1;
    return fault?.kind === "reset-after-accept" ? "reset" : reply;
  };

  const mediaUrl = (id: string): Reply => {
    const file = files.get(id);
    if (file === undefined) return graphError(400, 100, `Object with ID '${id}' does not exist`);
    const url = baseUrl() + files.path(id, Date.now());
    const details = { mime_type: file.mimeType, sha256: file.sha256, file_size: file.bytes.length, id };
    return { status: 200, body: { messaging_product: "whatsapp", url, ...details } };
  };

  return {
    counts: () => ({ ...counts }),
    nextId,
    authorized: (authorization: string | undefined) => authorization === `Bearer ${token}`,
    unauthorized: (): Reply => graphError(401, 190, "Invalid OAuth access token."),
    call: async (method: string, path: string, body: Buffer, contentType: string): Promise<GraphReply | undefined> => {
      const [, id, edge] = route.exec(path) ?? [];
      if (id === undefined) return undefined;
      if (method === "GET" && edge === undefined) return mediaUrl(id);
      if (method === "POST" && edge === "media") return upload(id, body, contentType);
      if (method !== "POST" || edge !== "messages") return undefined;
      const payload = parseJson(body);
      const isRead = isObject(payload) && payload.status === "read" && Read.safeParse(payload).success;
      if (!isRead) return send(id, payload);
      counts.reads += 1;
      return { status: 200, body: { success: true } };
    },
  };
}

function refusal({ kind, delayMs }: Fault): Reply | undefined {
  const headers = delayMs === undefined ? {} : { "retry-after": String(Math.ceil(delayMs / 1000)) };
  switch (kind) {
    case "401":
      return graphError(401, 190, "Error validating access token: the session has expired");
    case "429":
      return graphError(429, 4, "Application request limit reached", headers);
    case "130429":
      return graphError(429, 130429, "Rate limit hit", headers);
    case "131056":
      return graphError(400, 131056, "(Business Account, Consumer Account) pair rate limit hit", headers);
    case "5xx":
      return graphError(500, 131000, "Something went wrong");
    case "slow":
    case "reset-after-accept":
    case "reset-before-accept":
    case "cut":
    case "no-ranges":
    case "wrong-range":
    case "416":
      return undefined;
  }
}

type Accepted = Pick<SentMessage, "to" | "type" | "body" | "options" | "tap" | "effect" | "replyTo" | "file">;

function readSend(payload: unknown, account: string, files: FileStore): Accepted | Reply {
  if (!isObject(payload) || payload.messaging_product !== "whatsapp") {
    return graphError(400, 100, "The parameter messaging_product is required.");
  }
  const send = Send.safeParse(payload);
  if (!send.success) return graphError(400, 100, `Invalid parameter: ${send.error.issues[0]?.path.join(".")}`);
  const { type, context, biz_opaque_callback_data: effect } = send.data;
  const to = send.data.to ?? send.data.recipient;
  if (to === undefined) return graphError(400, 131008, "The parameter to is required.");
  const shown = readShown(type, payload);
  if ("status" in shown) return shown;
  const file = readFile(type, payload, account, files);
  if (file !== undefined && "status" in file) return file;
  return {
    to,
    type,
    ...shown,
    ...(file === undefined ? {} : { file }),
    ...(effect === undefined ? {} : { effect }),
    ...(context === undefined ? {} : { replyTo: context.message_id }),
  };
}
