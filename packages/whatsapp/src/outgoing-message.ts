import { PermanentError } from "@parley/contract/errors";
import { isBsuid } from "./identity.ts";

/** The body of `POST /{phone-number-id}/messages` for a text. */
export type OutgoingMessage = {
  messaging_product: "whatsapp";
  recipient_type: "individual" | "group";
  /** A phone or a group id. */
  to?: string;
  /** A BSUID: in `to` it would be dropped silently. */
  recipient?: string;
  type: "text";
  text: { body: string; preview_url?: boolean };
  context?: { message_id: string };
  /** Comes back with every status and settles sends whose answer was lost. */
  biz_opaque_callback_data?: string;
};

export type TextToSend = { contact: string; body: string; effect: string; replyTo?: string };

export const maxTextLength = 4096;

/** Throws `PermanentError("message.too-large")` above Meta's 4,096 characters and `message.malformed` for an empty text. */
export function textMessage({ contact, body, effect, replyTo }: TextToSend): OutgoingMessage {
  if (body.length > maxTextLength) {
    throw new PermanentError("message.too-large", `a text of ${body.length} characters, Meta takes ${maxTextLength}`);
  }
  if (body.trim() === "") throw new PermanentError("message.malformed", "a text without any text");
  return {
    messaging_product: "whatsapp",
    ...addressOf(contact),
    type: "text",
    text: { body },
    ...(replyTo === undefined ? {} : { context: { message_id: replyTo } }),
    biz_opaque_callback_data: effect,
  };
}

function addressOf(contact: string): Pick<OutgoingMessage, "recipient_type" | "to" | "recipient"> {
  if (/^\d+$/.test(contact)) return { recipient_type: "individual", to: contact };
  if (isBsuid(contact)) return { recipient_type: "individual", recipient: contact };
  return { recipient_type: "group", to: contact };
}
