import type { ProviderError, StatusChanged } from "@parley/contract/status-changed";
import type { Identity } from "./identity.ts";
import { idOf, isObject, type JsonObject, listOf, numberOf, objectOf, present, textOf } from "./json.ts";
import { fitsChat, identityOf, type Profile, profileOf, readPerson, speakerOf } from "./webhook-people.ts";
import { timeOf } from "./webhook-time.ts";

/** What became of a message we sent, before the gateway names its chat: by `effect` when it is ours, else by account and identity. */
export type IncomingStatus = Omit<StatusChanged, "chat"> & { account: string; identity: Identity };

const statuses: readonly StatusChanged["status"][] = ["sent", "delivered", "read", "played", "failed"];

/** False for what a call's status says, such as `RINGING`. */
export function isMessageStatus(name: string): boolean {
  return statuses.some((status) => status === name);
}

/** Undefined for an element without id, time or recipient, and for a status that is not a message's. */
export function readStatus(
  raw: unknown,
  account: string | undefined,
  profiles: readonly Profile[],
): IncomingStatus | undefined {
  if (!isObject(raw) || account === undefined) return undefined;
  const providerId = idOf(raw.id);
  const status = statuses.find((known) => known === raw.status);
  const atMs = timeOf(raw.timestamp);
  const effect = textOf(raw.biz_opaque_callback_data);
  const identity = readRecipient(raw, profiles);
  const contact = identity.group ?? speakerOf(identity);
  if (providerId === undefined || status === undefined || atMs === undefined) return undefined;
  if (contact === undefined ? effect === undefined : !fitsChat(contact)) return undefined;
  return {
    type: "status.changed",
    v: 1,
    account,
    identity,
    providerId,
    status,
    atMs,
    ...present<Pick<IncomingStatus, "effect" | "errors">>({ effect, errors: readProviderErrors(raw.errors) }),
  };
}

function readRecipient(raw: JsonObject, profiles: readonly Profile[]): Identity {
  if (raw.recipient_type === "group") {
    const participant = readPerson(
      raw,
      "recipient_participant_id",
      "recipient_participant_user_id",
      "recipient_participant_parent_user_id",
    );
    return identityOf(participant, profileOf(participant, profiles), idOf(raw.recipient_id));
  }
  const recipient = readPerson(raw, "recipient_id", "recipient_user_id", "recipient_parent_user_id");
  return identityOf(recipient, profileOf(recipient, profiles), undefined);
}

function readProviderErrors(errors: unknown): ProviderError[] | undefined {
  const read = listOf(errors).flatMap((error): ProviderError[] => {
    const code = isObject(error) ? numberOf(error.code) : undefined;
    if (!isObject(error) || code === undefined) return [];
    return [
      {
        code,
        ...present<Pick<ProviderError, "title" | "details">>({
          title: textOf(error.title) ?? textOf(error.message),
          details: textOf(objectOf(error.error_data)?.details) ?? textOf(error.details),
        }),
      },
    ];
  });
  return read.length === 0 ? undefined : read;
}
