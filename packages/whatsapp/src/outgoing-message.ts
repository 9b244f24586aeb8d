import { PermanentError } from "@parley/contract/errors";
import type { ButtonsReply, ListReply } from "@parley/contract/reply";
import { isBsuid } from "./identity.ts";
import type { SendableReply } from "./sendable-reply.ts";

type Interactive = {
  header?: { type: "text"; text: string };
  body: { text: string };
  footer?: { text: string };
};
export type ButtonMessage = Interactive & {
  type: "button";
  action: { buttons: { type: "reply"; reply: { id: string; title: string } }[] };
};
export type ListMessage = Interactive & {
  type: "list";
  action: {
    button: string;
    sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[];
  };
};

type Content =
  | { type: "text"; text: { body: string; preview_url?: boolean } }
  | { type: "interactive"; interactive: ButtonMessage | ListMessage }
  | { type: "location"; location: { latitude: number; longitude: number; name?: string; address?: string } }
  | { type: "image"; image: Held & { caption?: string } }
  | { type: "document"; document: Held & { filename: string; caption?: string } };
/** Where Meta has a file from. */
type Held = { link: string } | { id: string };

/** The body of `POST /{phone-number-id}/messages`. */
export type OutgoingMessage = {
  messaging_product: "whatsapp";
  recipient_type: "individual" | "group";
  /** A phone or a group id. */
  to?: string;
  /** A BSUID: in `to` it would be dropped silently. */
  recipient?: string;
  context?: { message_id: string };
  /** Comes back with every status and settles sends whose answer was lost. */
  biz_opaque_callback_data?: string;
} & Content;

export type ToSend = { contact: string; reply: SendableReply; effect: string };

export const maxTextLength = 4096;

/**
 * A reply that `fitReply` has fitted, as Meta takes it. Throws `PermanentError("message.too-large")` for a text above 4,096 characters
 * and `message.malformed` for an empty one.
 */
export function outgoingMessage({ contact, reply, effect }: ToSend): OutgoingMessage {
  return {
    messaging_product: "whatsapp",
    ...addressOf(contact),
    ...contentOf(reply),
    ...(reply.replyTo === undefined ? {} : { context: { message_id: reply.replyTo } }),
    biz_opaque_callback_data: effect,
  };
}

function contentOf(reply: SendableReply): Content {
  switch (reply.kind) {
    case "text":
      return { type: "text", text: { body: checkedBody(reply.body) } };
    case "buttons":
      return { type: "interactive", interactive: buttonsOf(reply) };
    case "list":
      return { type: "interactive", interactive: listOf(reply) };
    case "location": {
      const { latitude, longitude, name, address } = reply;
      return { type: "location", location: { latitude, longitude, ...filled({ name, address }) } };
    }
    case "image":
      return { type: "image", image: { ...heldOf(reply), ...filled({ caption: reply.caption }) } };
    case "document": {
      const { filename, caption } = reply;
      return { type: "document", document: { ...heldOf(reply), filename, ...filled({ caption }) } };
    }
  }
}

function heldOf(reply: Extract<SendableReply, { kind: "image" | "document" }>): Held {
  return "link" in reply ? { link: reply.link } : { id: reply.mediaId };
}

function checkedBody(body: string): string {
  if (body.length > maxTextLength) {
    throw new PermanentError("message.too-large", `a text of ${body.length} characters, Meta takes ${maxTextLength}`);
  }
  if (body.trim() === "") throw new PermanentError("message.malformed", "a text without any text");
  return body;
}

function buttonsOf(reply: ButtonsReply): ButtonMessage {
  const buttons = reply.buttons.map(({ id, title }) => ({ type: "reply" as const, reply: { id, title } }));
  return { type: "button", ...frameOf(reply), action: { buttons } };
}

function listOf(reply: ListReply): ListMessage {
  const sections = reply.sections.map(({ title, rows }) => ({
    ...filled({ title }),
    rows: rows.map((row) => ({ id: row.id, title: row.title, ...filled({ description: row.description }) })),
  }));
  return { type: "list", ...frameOf(reply), action: { button: reply.button, sections } };
}

function frameOf({ header, body, footer }: ButtonsReply | ListReply): Interactive {
  return {
    ...(header ? { header: { type: "text", text: header } } : {}),
    body: { text: body },
    ...(footer ? { footer: { text: footer } } : {}),
  };
}

/** Without the fields that say nothing: Meta refuses empty ones. */
function filled<K extends string>(fields: Record<K, string | undefined>): Partial<Record<K, string>> {
  const kept: Partial<Record<K, string>> = {};
  for (const name in fields) if (fields[name]) kept[name] = fields[name];
  return kept;
}

function addressOf(contact: string): Pick<OutgoingMessage, "recipient_type" | "to" | "recipient"> {
  if (/^\d+$/.test(contact)) return { recipient_type: "individual", to: contact };
  if (isBsuid(contact)) return { recipient_type: "individual", recipient: contact };
  return { recipient_type: "group", to: contact };
}
