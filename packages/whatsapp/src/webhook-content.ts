import type { MediaReference } from "@parley/contract/message-received";
import { fieldOf, idOf, isObject, type JsonObject, objectOf, present, textOf } from "./json.ts";

export type Content = { text?: string; media?: MediaReference[]; content?: unknown };

/** What the customer wrote, tapped or attached. Kinds nobody knows yet keep their raw body in `content`. */
export function readContent(kind: string, message: JsonObject): Content {
  const body = fieldOf(message, kind);
  const fields = objectOf(body);
  switch (kind) {
    case "text":
      return textContent(body, objectOf(message.context));
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return mediaContent(kind, body);
    case "button":
    case "order":
      return present<Content>({ text: textOf(fields?.text), content: body });
    case "interactive":
      return present<Content>({ text: tappedText(fields), content: body });
    case "system":
      // The new security key of `customer_identity_changed` lies beside the body.
      return { content: isObject(message.identity) ? { ...fields, identity: message.identity } : (body ?? {}) };
    case "location":
    case "contacts":
    case "reaction":
      return present<Content>({ content: body });
    default:
      return { content: body ?? message };
  }
}

/** A product the customer asked about from the catalog has no other place in the message. */
function textContent(body: unknown, context: JsonObject | undefined): Content {
  const text = textOf(objectOf(body)?.body);
  const product = context?.referred_product;
  if (isObject(product)) return present<Content>({ text, content: { referred_product: product } });
  return text === undefined ? present<Content>({ content: body }) : { text };
}

function mediaContent(kind: MediaReference["kind"], body: unknown): Content {
  const fields = objectOf(body);
  const id = idOf(fields?.id);
  const text = textOf(fields?.caption);
  if (fields === undefined || id === undefined) return present<Content>({ text, content: body });
  const voice = fields.voice;
  const media: MediaReference = {
    id,
    mimeType: textOf(fields.mime_type) ?? "application/octet-stream",
    kind,
    ...present<Pick<MediaReference, "sha256" | "filename" | "voice" | "url">>({
      sha256: textOf(fields.sha256),
      filename: textOf(fields.filename),
      voice: typeof voice === "boolean" ? voice : undefined,
      url: textOf(fields.url),
    }),
  };
  return present<Content>({ text, media: [media] });
}

function tappedText(interactive: JsonObject | undefined): string | undefined {
  const title = (name: string) => textOf(objectOf(interactive?.[name])?.title);
  return title("button_reply") ?? title("list_reply") ?? textOf(objectOf(interactive?.nfm_reply)?.body);
}
