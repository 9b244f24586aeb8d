import { PermanentError } from "@parley/contract/errors";
import { idOf, isObject, type JsonObject, listOf, objectOf, textOf } from "./json.ts";
import { changeOf, type IdentityChange, type IncomingMessage, idsOf, readMessage } from "./webhook-message.ts";
import { fitsChat, type Profile, readProfiles } from "./webhook-people.ts";
import { type IncomingStatus, isMessageStatus, readStatus } from "./webhook-status.ts";

/** Why an element became neither a message nor a status. Bounded: it is a metric's label. */
export type KeptReason =
  | "other-field"
  | "unreadable"
  | "value-errors"
  | "echo"
  | "call"
  | "other-status"
  | "identity-change";

export type KeptElement = {
  kind: "kept";
  /** Meta's name of the subscription, or what stood there. */
  field: string;
  reason: KeptReason;
  account?: string;
  /** With reason `identity-change`: the field `user_id_update`. System messages carry theirs themselves. */
  identityChange?: IdentityChange;
  raw: unknown;
};

/** One thing a webhook tells. `kept` is stored and counted, and becomes no turn. */
export type WebhookElement =
  | { kind: "message"; message: IncomingMessage }
  | { kind: "status"; status: IncomingStatus }
  | KeptElement;

/**
 * All elements of one POST, in their order. Throws `PermanentError("message.malformed")` only when the body is no webhook at all; an
 * element that cannot be read is kept, because Meta would send its 999 neighbours again for seven days.
 */
export function readWebhook(payload: unknown): WebhookElement[] {
  if (!isObject(payload) || textOf(payload.object) === undefined || !Array.isArray(payload.entry)) {
    throw new PermanentError("message.malformed", "not a webhook: it has no object or no list of entries");
  }
  return payload.entry.flatMap((entry: unknown) => {
    if (!isObject(entry) || !Array.isArray(entry.changes)) return [kept("unknown", "unreadable", undefined, entry)];
    return entry.changes.flatMap((change: unknown) => readChange(change, idOf(entry.id)));
  });
}

type Change = { field: string; account: string | undefined; profiles: Profile[]; value: JsonObject };

function readChange(raw: unknown, entryId: string | undefined): WebhookElement[] {
  const field = isObject(raw) ? (textOf(raw.field) ?? "unknown") : "unknown";
  const value = isObject(raw) ? objectOf(raw.value) : undefined;
  if (value === undefined) return [kept(field, "unreadable", undefined, raw)];
  // Without a number's id the business account stands in, so that the message is not lost.
  const account = idOf(objectOf(value.metadata)?.phone_number_id) ?? entryId;
  const change: Change = {
    field,
    account: account !== undefined && fitsChat(account, 256) ? account : undefined,
    profiles: readProfiles(value.contacts),
    value,
  };
  const elements = [
    ...elementsOf(change, "messages", messageElement),
    ...elementsOf(change, "statuses", statusElement),
    ...elementsOf(change, "errors", (_, error) => kept(field, "value-errors", change.account, error)),
    ...elementsOf(change, "message_echoes", (_, echo) => kept(field, "echo", change.account, echo)),
    ...elementsOf(change, "calls", (_, call) => kept(field, "call", change.account, call)),
    ...(field === "user_id_update" ? identityElements(change) : []),
  ];
  return elements.length > 0 ? elements : [kept(field, "other-field", change.account, value)];
}

function elementsOf(
  change: Change,
  name: string,
  read: (change: Change, raw: unknown) => WebhookElement,
): WebhookElement[] {
  const list = change.value[name];
  if (Array.isArray(list)) return list.map((raw) => read(change, raw));
  return list === undefined || list === null ? [] : [kept(change.field, "unreadable", change.account, list)];
}

function messageElement({ field, account, profiles }: Change, raw: unknown): WebhookElement {
  const message = readMessage(raw, account, profiles);
  return message === undefined ? kept(field, "unreadable", account, raw) : { kind: "message", message };
}

function statusElement({ field, account, profiles }: Change, raw: unknown): WebhookElement {
  const status = readStatus(raw, account, profiles);
  if (status !== undefined) return { kind: "status", status };
  const name = isObject(raw) ? textOf(raw.status) : undefined;
  return kept(field, name !== undefined && !isMessageStatus(name) ? "other-status" : "unreadable", account, raw);
}

/** The list stands under the field's own name; older pages show its one entry as the value itself. */
function identityElements({ field, account, value }: Change): WebhookElement[] {
  const updates = Array.isArray(value[field]) ? listOf(value[field]) : [objectOf(value[field]) ?? value];
  return updates.map((update): KeptElement => {
    const identityChange = isObject(update) ? readUserIdUpdate(update) : undefined;
    const element = kept(field, "identity-change", account, update);
    return identityChange === undefined ? { ...element, reason: "unreadable" } : { ...element, identityChange };
  });
}

function readUserIdUpdate(update: JsonObject): IdentityChange | undefined {
  const userId = objectOf(update.user_id);
  const parent = objectOf(update.parent_user_id);
  const side = (name: string) => idsOf(update.wa_id, userId?.[name], parent?.[name]);
  return changeOf(side("previous"), side("current"));
}

function kept(field: string, reason: KeptReason, account: string | undefined, raw: unknown): KeptElement {
  return { kind: "kept", field, reason, ...(account === undefined ? {} : { account }), raw };
}
