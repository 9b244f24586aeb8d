import {
  type ButtonsReply,
  bodyOf,
  type ListReply,
  optionsOf,
  type Reply,
  type ReplyOption,
} from "@parley/contract/reply";
import { interactiveLimits as limits, maxCaptionLength, maxFilenameLength } from "./interactive-limits.ts";
import { shorten } from "./shorten.ts";

type Interactive = ButtonsReply | ListReply;

/**
 * The same in the form WhatsApp takes: titles and descriptions shortened, a caption that is too long as a text of its own. Options that
 * cannot be shown (too many, two that look or count as the same, a long text) become numbered lines of a text, which may have any length.
 */
export function fitReply(reply: Reply): Reply[] {
  switch (reply.kind) {
    case "text":
    case "location":
      return [reply];
    case "buttons":
      return [fitsFrame(reply) ? (shown(fitButtons(reply), reply) ?? asText(reply)) : asText(reply)];
    case "list":
      return [fitsFrame(reply) ? (shown(fitList(reply), reply) ?? asText(reply)) : asText(reply)];
    case "image":
      return withCaption(reply);
    case "document":
      return withCaption({ ...reply, filename: shortFilename(reply.filename) });
  }
}

function fitsFrame({ body }: Interactive): boolean {
  return body.trim() !== "" && body.length <= limits.body;
}

/** Undefined when shortened options could not be told apart, or Meta would refuse their ids or number. */
function shown<T extends Interactive>(fitted: T, original: Interactive): T | undefined {
  const options: readonly ReplyOption[] = optionsOf(fitted);
  const [mostOptions, mostId] =
    fitted.kind === "buttons" ? [limits.buttons, limits.buttonId] : [limits.rows, limits.rowId];
  const ids = new Set(options.map(({ id }) => id));
  const titles = new Set(options.map(({ title, description }) => `${title}\n${description ?? ""}`));
  const readable = options.every(({ id, title }) => id.trim() !== "" && id.length <= mostId && title !== "");
  const distinct = ids.size === options.length && titles.size === options.length;
  const complete = options.length === optionsOf(original).length && options.length > 0;
  return readable && distinct && complete && options.length <= mostOptions ? fitted : undefined;
}

function fitButtons({ buttons, ...reply }: ButtonsReply): ButtonsReply {
  return {
    ...fitFrame(reply),
    buttons: buttons.map(({ id, title }) => ({ id, title: shorten(title, limits.buttonTitle) })),
  };
}

function fitList({ button, sections, ...reply }: ListReply): ListReply {
  const filled = sections.filter(({ rows }) => rows.length > 0);
  return {
    ...fitFrame(reply),
    button: shorten(button, limits.listButton) || "…",
    sections: filled.map(({ title, rows }, at) => {
      // Meta wants a title for each of several sections.
      const shownTitle = shorten(title ?? "", limits.sectionTitle) || (filled.length > 1 ? String(at + 1) : "");
      return { ...(shownTitle === "" ? {} : { title: shownTitle }), rows: rows.map(fitRow) };
    }),
  };
}

/** What a title had to leave out goes on in a description that would be empty. */
function fitRow({ id, title, description }: ReplyOption): ReplyOption {
  const shortTitle = shorten(title, limits.rowTitle);
  const told = description?.trim() || (shortTitle.endsWith("…") && !title.endsWith("…") ? title : "");
  return { id, title: shortTitle, ...(told === "" ? {} : { description: shorten(told, limits.rowDescription) }) };
}

function fitFrame<T extends { header?: string | undefined; footer?: string | undefined }>(reply: T): T {
  const { header, footer } = reply;
  return {
    ...reply,
    ...(header === undefined ? {} : { header: shorten(header, limits.header) }),
    ...(footer === undefined ? {} : { footer: shorten(footer, limits.footer) }),
  };
}

function asText(reply: Interactive): Reply {
  const body = bodyOf(reply);
  return reply.replyTo === undefined ? { kind: "text", body } : { kind: "text", body, replyTo: reply.replyTo };
}

function withCaption(reply: Extract<Reply, { kind: "image" | "document" }>): Reply[] {
  const { caption, ...bare } = reply;
  if (caption === undefined || caption.length <= maxCaptionLength) return [reply];
  return [bare, { kind: "text", body: caption }];
}

/** The ending stays: it tells the customer's phone how to open the file. */
function shortFilename(filename: string): string {
  if (filename.length <= maxFilenameLength) return filename;
  const dot = filename.lastIndexOf(".");
  const ending = dot > 0 && filename.length - dot <= 10 ? filename.slice(dot) : "";
  return filename.slice(0, maxFilenameLength - ending.length) + ending;
}
