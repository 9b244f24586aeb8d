import { CodedError } from "@parley/contract/errors";
import { parseChatId } from "@parley/contract/ids";
import type { MediaSource, Reply } from "@parley/contract/reply";
import { checkFile } from "@parley/whatsapp/file-limits";
import { maxCaptionLength, maxFilenameLength } from "@parley/whatsapp/interactive-limits";
import { maxTextLength } from "@parley/whatsapp/outgoing-message";
import { z } from "zod";
import { unprocessable } from "../http-error.ts";
import { findKeptFile, type KeptFiles } from "./kept-files.ts";
import type { Store } from "./store.ts";

/** Who writes, for the summary and the log of the chat. */
const operator = z.string().min(1).max(100).optional();
const caption = z.string().trim().min(1).max(maxCaptionLength).optional();
const filename = z.string().trim().min(1).max(maxFilenameLength);
const link = z.url({ protocol: /^https$/ }).max(2_000);
/** Of a file in the gallery. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "want 64 lower-case hex digits");
const either = { error: "want either link or sha256" };
const text = z.object({
  body: z
    .string()
    .max(maxTextLength)
    .refine((body) => body.trim() !== "", "a text needs text"),
});

/** Meta's own shapes. Instead of an uploaded id, `sha256` names a file of the gallery. */
export const OperatorMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text, operator }),
  z.object({
    type: z.literal("image"),
    image: z.union([z.strictObject({ link, caption }), z.strictObject({ sha256, caption })], either),
    operator,
  }),
  z.object({
    type: z.literal("document"),
    document: z.union(
      [z.strictObject({ link, filename, caption }), z.strictObject({ sha256, filename, caption })],
      either,
    ),
    operator,
  }),
]);
export type OperatorMessage = z.infer<typeof OperatorMessage>;

export type FilesOfGallery = { store: Store; files: Pick<KeptFiles, "idsOf"> };

/** The reply an operator's message is. Throws 422 for a file that is not in the number's gallery, or that WhatsApp would not take. */
export async function replyOf(message: OperatorMessage, chat: string, gallery: FilesOfGallery): Promise<Reply> {
  switch (message.type) {
    case "text":
      return { kind: "text", body: message.text.body };
    case "image": {
      const { image } = message;
      if ("link" in image) return { kind: "image", ...image };
      return { kind: "image", ...captioned(image), source: await sourceOf("image", image.sha256, chat, gallery) };
    }
    case "document": {
      const { document } = message;
      if ("link" in document) return { kind: "document", ...document };
      const source = await sourceOf("document", document.sha256, chat, gallery);
      return { kind: "document", filename: document.filename, ...captioned(document), source };
    }
  }
}

async function sourceOf(
  kind: "image" | "document",
  hash: string,
  chat: string,
  { store, files }: FilesOfGallery,
): Promise<MediaSource> {
  const { account } = parseChatId(chat);
  const entry = await findKeptFile(store, files, { account, sha256: hash });
  if (entry === undefined) throw wrong(kind, "sha256 is no file of this number's gallery");
  // A picture of another form is turned into JPEG on its way.
  const mimeType =
    kind === "image" && /^image\/(?:webp|gif|avif)$/.test(entry.mimeType) ? "image/jpeg" : entry.mimeType;
  try {
    checkFile({ kind, mimeType, sizeBytes: entry.bytes });
  } catch (failure) {
    if (failure instanceof CodedError) throw wrong(kind, failure.message);
    throw failure;
  }
  return { sha256: hash, mimeType: entry.mimeType };
}

function wrong(kind: "image" | "document", message: string) {
  return unprocessable("the body is not as expected", { [kind]: [message] });
}

function captioned({ caption: text }: { caption?: string | undefined }): { caption?: string } {
  return text === undefined ? {} : { caption: text };
}
