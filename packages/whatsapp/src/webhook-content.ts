import type { MediaReference } from "@parley/contract/message-received";
import {
  fieldOf,
  idOf,
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  parsed,
  present,
  textOf,
} from "./json.ts";

export type Content = { text?: string; media?: MediaReference[]; content?: unknown };

/** Products, contacts and form fields told in a text; `content` has all of them. */
const mostListed = 50;

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
      return present<Content>({ text: textOf(fields?.text), content: body });
    case "order":
      return present<Content>({ text: orderText(fields), content: body });
    case "interactive":
      return present<Content>({ text: tappedText(fields), content: body });
    case "system":
      // The new security key of `customer_identity_changed` lies beside the body.
      return { content: isObject(message.identity) ? { ...fields, identity: message.identity } : (body ?? {}) };
    case "location":
      return present<Content>({ text: placeText(fields), content: body });
    case "contacts":
      return present<Content>({ text: contactsText(body), content: body });
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
  return title("button_reply") ?? title("list_reply") ?? formText(objectOf(interactive?.nfm_reply));
}

/** What a flow's form was filled with, a line for each field; its own text is "Sent" whatever it was. */
function formText(reply: JsonObject | undefined): string | undefined {
  const filled = objectOf(parsed(textOf(reply?.response_json) ?? ""));
  const lines = Object.entries(filled ?? {}).flatMap(([name, value]) => {
    const told = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return told && value !== "" && name !== "flow_token" ? [`${name}: ${value}`] : [];
  });
  return textOf(lines.slice(0, mostListed).join("\n")) ?? textOf(reply?.body);
}

/** The customer's note, without one a line for each product. */
function orderText(order: JsonObject | undefined): string | undefined {
  const note = textOf(order?.text);
  if (note !== undefined) return note;
  const lines = listOf(order?.product_items)
    .slice(0, mostListed)
    .flatMap((item) => {
      const id = isObject(item) ? idOf(item.product_retailer_id) : undefined;
      return isObject(item) && id !== undefined ? [`${numberOf(item.quantity) ?? 1} × ${id}`] : [];
    });
  return textOf(lines.join("\n"));
}

function placeText(place: JsonObject | undefined): string | undefined {
  const named = [textOf(place?.name), textOf(place?.address)].filter((part) => part !== undefined);
  if (named.length > 0) return named.join(", ");
  const latitude = numberOf(place?.latitude);
  const longitude = numberOf(place?.longitude);
  return latitude === undefined || longitude === undefined ? undefined : `${latitude}, ${longitude}`;
}

/** A line for each contact: name and phones. */
function contactsText(contacts: unknown): string | undefined {
  const lines = listOf(contacts)
    .slice(0, mostListed)
    .flatMap((contact) => {
      if (!isObject(contact)) return [];
      const name = textOf(objectOf(contact.name)?.formatted_name);
      const phones = listOf(contact.phones).map((phone) => (isObject(phone) ? idOf(phone.phone) : undefined));
      const told = [name, ...phones].filter((part) => part !== undefined);
      return told.length === 0 ? [] : [told.join(", ")];
    });
  return textOf(lines.join("\n"));
}
