import { fieldOf, isObject, type JsonObject, textOf } from "@parley/whatsapp/json";
import { graphError, type Reply } from "./simulated-whatsapp-http.ts";
import type { FileStore, UploadedFile } from "./simulated-whatsapp-media.ts";

/** What a picture or file was sent from: an upload, or a link. */
export type SentFile = (UploadedFile | { link: string }) & { filename?: string };

const megabyte = 1_048_576;
// Meta's limits, written out again: the simulator must not believe what the program under test believes.
const images = ["image/jpeg", "image/png"];
const limits: readonly { types: readonly string[]; most: number }[] = [
  { types: images, most: 5 * megabyte },
  { types: ["image/webp"], most: 0.5 * megabyte },
  { types: ["audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg"], most: 16 * megabyte },
  { types: ["video/mp4", "video/3gp"], most: 16 * megabyte },
  {
    types: [
      "text/plain",
      "text/csv",
      "application/pdf",
      "application/xml",
      "application/json",
      "application/zip",
      "application/msword",
      "application/vnd.ms-excel",
      "application/vnd.ms-powerpoint",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ],
    most: 100 * megabyte,
  },
];
const required = (name: string) => graphError(400, 100, `The parameter ${name} is required.`);

/** `POST /{number}/media`, with Meta's checks. */
export async function takeUpload(account: string, body: Buffer, contentType: string, files: FileStore): Promise<Reply> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (form?.get("messaging_product") !== "whatsapp") return required("messaging_product");
  const type = form.get("type");
  if (typeof type !== "string" || type === "") return required("type");
  const file = form.get("file");
  if (!(file instanceof Blob)) return required("file");
  const limit = limits.find(({ types }) => types.includes(type));
  const known = limits.flatMap(({ types }) => types).join(", ");
  if (limit === undefined || file.type !== type) {
    const received = limit === undefined ? type : file.type;
    return graphError(
      400,
      100,
      `Param file must be a file with one of the following types: ${known}. Received file of type '${received}'.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length > limit.most) return graphError(400, 100, `Param file must be at most ${limit.most} bytes.`);
  if (images.includes(type) && imageTypeOf(bytes) !== type) return graphError(400, 131053, "Media upload error");
  return { status: 200, body: { id: files.put(bytes, type, account) } };
}

/** The file of an image or document that is sent; an error for an id that is not the number's, undefined for other kinds. */
export function readFile(
  type: string,
  payload: JsonObject,
  account: string,
  files: FileStore,
): SentFile | Reply | undefined {
  const content = fieldOf(payload, type);
  if (!isObject(content) || (type !== "image" && type !== "document")) return undefined;
  const filename = textOf(content.filename);
  const named = filename === undefined ? {} : { filename };
  const link = textOf(content.link);
  if (link !== undefined) return { link, ...named };
  const file = files.uploads().find(({ id }) => id === content.id);
  if (file === undefined || file.account !== account) {
    return graphError(400, 100, `Param ${type}['id'] is not a valid whatsapp business account media attachment ID`);
  }
  if (type === "image" && !images.includes(file.mimeType)) return graphError(400, 131053, "Media upload error");
  return { ...file, ...named };
}

function imageTypeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (head.startsWith("ffd8ff")) return "image/jpeg";
  return head === "89504e47" ? "image/png" : undefined;
}
