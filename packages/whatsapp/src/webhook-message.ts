import type { MessageReceived } from "@parley/contract/message-received";
import type { Identity } from "./identity.ts";
import { idOf, isObject, type JsonObject, listOf, numberOf, objectOf, present, textOf } from "./json.ts";
import { readContent } from "./webhook-content.ts";
import { fitsChat, identityOf, type Profile, profileOf, readPerson, speakerOf } from "./webhook-people.ts";
import { timeOf } from "./webhook-time.ts";

/** The same person under old and new ids. */
export type IdentityChange = { from: Identity; to: Identity };

/** A customer's message before the gateway names its chat and its time of arrival. */
export type IncomingMessage = Omit<MessageReceived, "chat" | "contact" | "receivedAtMs"> & {
  identity: Identity;
  identityChange?: IdentityChange;
};

type Optional = "text" | "media" | "content" | "context" | "referral" | "errors" | "profileName" | "author";

const longestKind = 64;
const longestId = 1024;

/** Undefined for an element without id, sender or time. */
export function readMessage(
  raw: unknown,
  account: string | undefined,
  profiles: readonly Profile[],
): IncomingMessage | undefined {
  if (!isObject(raw) || account === undefined) return undefined;
  const messageId = idOf(raw.id);
  const sentAtMs = timeOf(raw.timestamp);
  const person = readPerson(raw, "from", "from_user_id", "from_parent_user_id");
  const profile = profileOf(person, profiles);
  const group = idOf(raw.group_id);
  const identity = identityOf(person, profile, group);
  const speaker = speakerOf(identity);
  if (messageId === undefined || messageId.length > longestId || sentAtMs === undefined) return undefined;
  if (speaker === undefined || !fitsChat(speaker) || !fitsChat(group ?? "")) return undefined;
  const kind = kindOf(raw.type);
  return {
    type: "message.received",
    v: 1,
    account,
    messageId,
    kind,
    sentAtMs,
    identity,
    ...present<Pick<IncomingMessage, Optional>>({
      ...readContent(kind, raw),
      context: readContext(raw.context),
      referral: raw.referral ?? undefined,
      errors: readErrors(raw.errors),
      profileName: profile?.name,
      author: group === undefined ? undefined : speaker,
    }),
    ...present<Pick<IncomingMessage, "identityChange">>({
      identityChange: kind === "system" ? readSystemChange(identity, objectOf(raw.system)) : undefined,
    }),
  };
}

function kindOf(type: unknown): string {
  const kind = textOf(type);
  return kind === undefined || kind.length > longestKind ? "unknown" : kind;
}

function readContext(context: unknown): IncomingMessage["context"] {
  if (!isObject(context)) return undefined;
  const forwarded = context.forwarded === true || context.frequently_forwarded === true;
  const read = present<{ messageId: string; forwarded: boolean }>({
    messageId: idOf(context.id),
    forwarded: forwarded || undefined,
  });
  return Object.keys(read).length === 0 ? undefined : read;
}

function readErrors(errors: unknown): IncomingMessage["errors"] {
  const read = listOf(errors).flatMap((error) => {
    const code = isObject(error) ? numberOf(error.code) : undefined;
    if (!isObject(error) || code === undefined) return [];
    return [{ code, ...present<{ title: string }>({ title: textOf(error.title) ?? textOf(error.message) }) }];
  });
  return read.length === 0 ? undefined : read;
}

/**
 * `user_changed_number` and `user_changed_user_id`: the new ids stand in `system`, the old ones in the sender and, since August 2026, in
 * `previous_user_id`. `customer_identity_changed` is a new security key of the same ids and changes nothing.
 */
function readSystemChange(sender: Identity, system: JsonObject | undefined): IdentityChange | undefined {
  if (system === undefined) return undefined;
  const to = idsOf(system.wa_id ?? system.new_wa_id, system.user_id, system.parent_user_id);
  const previous = idsOf(undefined, system.previous_user_id, system.previous_parent_user_id);
  const { username: _, group: __, ...ids } = sender;
  return changeOf({ ...ids, ...previous }, to);
}

/** Undefined when the new side says nothing, or nothing new. */
export function changeOf(from: Identity, to: Identity): IdentityChange | undefined {
  const changed = (["phone", "bsuid", "parentBsuid"] as const).some(
    (id) => to[id] !== undefined && to[id] !== from[id] && fitsChat(to[id]),
  );
  return changed && speakerOf(from) !== undefined ? { from, to } : undefined;
}

export function idsOf(phone: unknown, bsuid: unknown, parentBsuid: unknown): Identity {
  return readPerson({ phone, bsuid, parentBsuid }, "phone", "bsuid", "parentBsuid");
}
