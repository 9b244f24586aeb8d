import { encode } from "@parley/contract/codec";
import { chatId, parseEffectId } from "@parley/contract/ids";
import type { MessageReceived } from "@parley/contract/message-received";
import type { Names } from "@parley/contract/names";
import type { StatusChanged } from "@parley/contract/status-changed";
import type { InboxPublisher } from "@parley/jetstream/inbox-publisher";
import type { Publisher } from "@parley/jetstream/publisher";
import type { KeptElement, WebhookElement } from "@parley/whatsapp/webhook";
import type { IncomingMessage } from "@parley/whatsapp/webhook-message";
import type { IncomingStatus } from "@parley/whatsapp/webhook-status";
import type { IdentityDirectory } from "./identity-directory.ts";
import type { ElementKind } from "./metrics.ts";

export type StoreElementsOptions = {
  inboxes: Pick<InboxPublisher, "send">;
  publisher: Pick<Publisher, "publish">;
  names: Pick<Names, "audit">;
  identities: Pick<IdentityDirectory, "resolve">;
  /** The numbers we serve; undefined means all. */
  numbers: ReadonlySet<string> | undefined;
  counted: (kind: ElementKind) => void;
};
export type ReceivedElements = { elements: readonly WebhookElement[]; bodyBytes: number; receivedAtMs: number };
type Contact = string | undefined;

// A commit takes 512 KB, and the last stage's holds an element up to three times: in its state, its story and its dead letter.
const maxElementBytes = 160 * 1024;
// msgpack and the doubled text make an element a few times its JSON at most: below this nothing has to be measured.
const surelySmallBytes = 64 * 1024;
const auditHeadChars = 64 * 1024;
// A NATS message takes 1 MB, and a character up to six bytes.
const maxAuditChars = 160 * 1024;

/**
 * Stores all elements of a webhook: messages for session, statuses for delivery, the rest in the audit stream. Sends are issued
 * in the order of the elements, so messages of one chat keep theirs. Resolves once everything is stored; rejects when anything is
 * not: Meta then sends all of it again, and the ids tell what is known.
 */
export function storeElements(options: StoreElementsOptions): (received: ReceivedElements) => Promise<void> {
  return async (received) => {
    const known = await resolveAll(options, received.elements);
    const stores: Promise<unknown>[] = [];
    for (const [i, element] of received.elements.entries()) {
      stores.push(storeElement(options, received, element, known[i]));
    }
    await Promise.all(stores);
  };
}

/** Together, because new people come in crowds; one by one when somebody changes ids, which later elements depend on. */
async function resolveAll(options: StoreElementsOptions, elements: readonly WebhookElement[]): Promise<Contact[]> {
  if (!elements.some(changesIds)) return Promise.all(elements.map((element) => contactOf(options, element)));
  const contacts: Contact[] = [];
  for (const element of elements) contacts.push(await contactOf(options, element));
  return contacts;
}

function changesIds(element: WebhookElement): boolean {
  switch (element.kind) {
    case "message":
      return element.message.identityChange !== undefined;
    case "kept":
      return element.identityChange !== undefined;
    case "status":
      return false;
  }
}

/** Also learns what the element says about who is who, before anything of it is stored. */
function contactOf({ identities, numbers }: StoreElementsOptions, element: WebhookElement): Contact | Promise<Contact> {
  switch (element.kind) {
    case "message": {
      const { account, identity, identityChange } = element.message;
      return serves(numbers, account) ? identities.resolve(identity, identityChange) : undefined;
    }
    case "status":
      return serves(numbers, element.status.account) ? identities.resolve(element.status.identity) : undefined;
    case "kept": {
      const change = element.identityChange;
      return change && identities.resolve(change.from, change);
    }
  }
}

// Async, so that what throws rejects and its neighbours are still waited for. It sends before it first waits.
async function storeElement(
  options: StoreElementsOptions,
  received: ReceivedElements,
  element: WebhookElement,
  contact: Contact,
): Promise<unknown> {
  switch (element.kind) {
    case "message":
      return storeMessage(options, received, element.message, contact);
    case "status":
      return storeStatus(options, received, element.status, contact);
    case "kept":
      return keep(options, element.reason, { at: received.receivedAtMs, ...element });
  }
}

function storeMessage(
  options: StoreElementsOptions,
  { bodyBytes, receivedAtMs }: ReceivedElements,
  incoming: IncomingMessage,
  contact: Contact,
): Promise<unknown> {
  const refused = (kind: ElementKind) => keep(options, kind, { at: receivedAtMs, field: "messages", raw: incoming });
  if (!serves(options.numbers, incoming.account)) return refused("other-number");
  if (contact === undefined) return refused("no-contact");
  const { identity: _, identityChange: __, ...told } = incoming;
  const message: MessageReceived = { ...told, chat: chatId(incoming.account, contact), contact, receivedAtMs };
  const sizeBytes = bodyBytes < surelySmallBytes ? 0 : encode(message).length;
  const fits = sizeBytes <= maxElementBytes;
  options.counted(fits ? "message" : "oversized");
  return options.inboxes.send(
    "session",
    message.chat,
    fits ? message : withoutContent(message, sizeBytes),
    receivedAtMs,
  );
}

/** The turn of a message that is too large to carry: it keeps its place, and the customer gets the answer for unsupported ones. */
function withoutContent(message: MessageReceived, sizeBytes: number): MessageReceived {
  const { type, v, chat, account, contact, messageId, kind, sentAtMs, receivedAtMs } = message;
  const content = { reason: "message.too-large", kind, sizeBytes };
  return { type, v, chat, account, contact, messageId, kind: "unsupported", content, sentAtMs, receivedAtMs };
}

function storeStatus(
  options: StoreElementsOptions,
  { bodyBytes, receivedAtMs }: ReceivedElements,
  incoming: IncomingStatus,
  contact: Contact,
): Promise<unknown> {
  const refused = (kind: ElementKind) => keep(options, kind, { at: receivedAtMs, field: "messages", raw: incoming });
  const { account, identity: _, ...told } = incoming;
  if (!serves(options.numbers, account)) return refused("other-number");
  const effect = incoming.effect === undefined ? undefined : parseEffectId(incoming.effect);
  const chat = effect?.chat ?? (contact === undefined ? undefined : chatId(account, contact));
  if (chat === undefined) return refused("no-contact");
  const status: StatusChanged = { ...told, chat };
  if (bodyBytes >= surelySmallBytes && encode(status).length > maxElementBytes) return refused("oversized-status");
  options.counted("status");
  return options.inboxes.send("delivery", chat, status, receivedAtMs);
}

type AuditEntry = Pick<KeptElement, "field" | "raw"> & { at: number };

function keep({ publisher, names, counted }: StoreElementsOptions, reason: ElementKind, entry: AuditEntry) {
  counted(reason);
  const { at, field, raw } = entry;
  const text = JSON.stringify({ at, field: field.slice(0, 200), reason, raw });
  const kept = text.length <= maxAuditChars ? text : JSON.stringify(headOf(entry, reason, text));
  return publisher.publish(names.audit(reason), kept);
}

function headOf({ at, field }: AuditEntry, reason: ElementKind, text: string) {
  const head = text.slice(0, auditHeadChars);
  return { at, field: field.slice(0, 200), reason, truncated: true, sizeBytes: Buffer.byteLength(text), head };
}

function serves(numbers: ReadonlySet<string> | undefined, account: string): boolean {
  return numbers === undefined || numbers.has(account);
}
