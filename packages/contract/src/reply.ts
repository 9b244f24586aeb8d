import { z } from "zod";
import { OrderDocument } from "./order-document.ts";

/** Quote this provider message id. */
const replyTo = z.string().optional();

/** Something the customer can tap; `id` comes back with the tap. */
export const ReplyOption = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
export type ReplyOption = z.infer<typeof ReplyOption>;

const framed = { body: z.string(), header: z.string().optional(), footer: z.string().optional() };

export const TextReply = z.object({ kind: z.literal("text"), body: z.string(), replyTo });
export type TextReply = z.infer<typeof TextReply>;

/** Up to three buttons under a text. */
export const ButtonsReply = z.object({
  kind: z.literal("buttons"),
  ...framed,
  buttons: z
    .array(z.object({ id: z.string(), title: z.string() }))
    .min(1)
    .max(3),
  replyTo,
});
export type ButtonsReply = z.infer<typeof ButtonsReply>;

/** A list that opens by `button`, at most ten rows in all sections. */
export const ListReply = z.object({
  kind: z.literal("list"),
  ...framed,
  button: z.string(),
  sections: z
    .array(z.object({ title: z.string().optional(), rows: z.array(ReplyOption).min(1) }))
    .min(1)
    .refine((sections) => sections.flatMap(({ rows }) => rows).length <= 10, "a list has at most ten rows"),
  replyTo,
});
export type ListReply = z.infer<typeof ListReply>;

export const LocationReply = z.object({
  kind: z.literal("location"),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
  replyTo,
});
export type LocationReply = z.infer<typeof LocationReply>;

/** A picture or file of our own, uploaded to the provider before it is sent. */
export const MediaSource = z.union([
  /** Bytes in the media store, by their content hash. */
  z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), mimeType: z.string() }),
  /** A file below the folder of the business file. */
  z.object({ path: z.string().min(1).max(500) }),
  /** Rendered as a PDF. */
  z.object({ order: OrderDocument }),
]);
export type MediaSource = z.infer<typeof MediaSource>;

const image = { kind: z.literal("image"), caption: z.string().optional(), replyTo };

/** A picture: the provider fetches it from `link`, or it is uploaded from `source`. */
export const ImageReply = z.union([z.object({ ...image, link: z.url() }), z.object({ ...image, source: MediaSource })]);
export type ImageReply = z.infer<typeof ImageReply>;

const file = { kind: z.literal("document"), filename: z.string(), caption: z.string().optional(), replyTo };

/** A file: the provider fetches it from `link`, or it is uploaded from `source`. */
export const DocumentReply = z.union([
  z.object({ ...file, link: z.url() }),
  z.object({ ...file, source: MediaSource }),
]);
export type DocumentReply = z.infer<typeof DocumentReply>;

/** A reply to send. */
export const Reply = z.union([
  z.discriminatedUnion("kind", [TextReply, ButtonsReply, ListReply, LocationReply]),
  ImageReply,
  DocumentReply,
]);
export type Reply = z.infer<typeof Reply>;

/** What the customer can tap, in the order in which it is shown; none for other kinds. */
export function optionsOf(reply: Reply): ReplyOption[] {
  switch (reply.kind) {
    case "buttons":
      return reply.buttons;
    case "list":
      return reply.sections.flatMap(({ rows }) => rows);
    case "text":
    case "location":
    case "image":
    case "document":
      return [];
  }
}

/** A reply as plain text, with options as lines "1. …": what timelines show, and what a customer without buttons gets. */
export function bodyOf(reply: Reply): string {
  switch (reply.kind) {
    case "text":
      return reply.body;
    case "buttons":
    case "list": {
      const options = optionsOf(reply).map((option, at) => lineOf(option, at + 1));
      const parts = [reply.header, reply.body, options.join("\n"), reply.footer];
      return parts.filter((part) => part !== undefined && part.trim() !== "").join("\n\n");
    }
    case "location": {
      const place = [reply.name, reply.address].filter((part) => part !== undefined && part !== "");
      return place.length > 0 ? place.join("\n") : `${reply.latitude}, ${reply.longitude}`;
    }
    case "image":
      return reply.caption ?? ("link" in reply ? reply.link : nameOf(reply.source));
    case "document":
      return [reply.filename, reply.caption].filter((part) => part !== undefined && part !== "").join("\n");
  }
}

function lineOf({ title, description }: ReplyOption, number: number): string {
  return description === undefined || description === ""
    ? `${number}. ${title}`
    : `${number}. ${title} (${description})`;
}

function nameOf(source: MediaSource): string {
  if ("path" in source) return source.path;
  return "order" in source ? source.order.number : source.mimeType;
}
