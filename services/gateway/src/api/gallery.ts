import { chatOfGalleryId, GalleryEntry } from "@parley/contract/gallery";
import { escapeToken, isChatId } from "@parley/contract/ids";
import { kvStream, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { getLast, getLastMany } from "@parley/jetstream/direct-get";
import { badRequest, notFound } from "../http-error.ts";
import { type HttpRequest, json } from "../http-request.ts";
import type { Route } from "../http-router.ts";
import type { GalleryFilter, GalleryIndex } from "./gallery-index.ts";
import { filterOf, limitOf } from "./paging.ts";
import type { GalleryPlace } from "./placed-list.ts";
import { serveContent, serveThumbnail, serveThumbnailByHash } from "./serve-media.ts";
import { readJsonValue, type Store } from "./store.ts";

const shownText = 500;
const maxFilters = 10;

/** `/api/gallery`: the index finds, the bucket tells, the object store has the files. */
export function galleryRoutes(store: Store, index: GalleryIndex): Route[] {
  const path = "/api/gallery";
  const find = (request: HttpRequest) => findEntry(store, request);
  return [
    { method: "GET", path, handle: (request) => list(store, index, request) },
    { method: "GET", path: `${path}/:id`, handle: async (request) => json(200, await find(request)) },
    { method: "GET", path: `${path}/:id/content`, handle: serveContent(store, find) },
    { method: "GET", path: `${path}/:id/thumbnail`, handle: serveThumbnail(store, find) },
    { method: "GET", path: "/api/files/:sha256/thumbnail", handle: serveThumbnailByHash(store) },
  ];
}

/**
 * `GET /api/gallery`: newest first. `?chat&account&type&status&from&to&q&limit&cursor`, `tag=` and `field=name:value` any number of
 * times. `q`: beginnings of words, all of which must occur in what was read, said or found, without regard to case and accents.
 */
async function list(store: Store, index: GalleryIndex, request: HttpRequest) {
  const limit = limitOf(request);
  const found = index.find(galleryFilterOf(request), limit + 1, cursorOf(request));
  const shown = found.slice(0, limit);
  const items = await load(store, shown);
  const last = shown.at(-1);
  return json(200, found.length > limit && last ? { items, nextCursor: `${last.sentAtMs}.${last.id}` } : { items });
}

/** The entries of the places, in their order, texts shortened; what was forgotten meanwhile drops out. */
async function load(store: Store, places: readonly GalleryPlace[]): Promise<GalleryEntry[]> {
  if (places.length === 0) return [];
  const subjects = places.map(({ id }) => subjectOf(store, id));
  const stored = await getLastMany(store.nc, kvStream(store.names.galleryBucket), subjects);
  const entries = new Map(
    stored.map((message) => [message.subject, GalleryEntry.safeParse(readJsonValue(message)).data]),
  );
  return subjects.flatMap((subject) => {
    const entry = entries.get(subject);
    if (entry === undefined) return [];
    const { text, segments: _, ...listed } = entry;
    return [text === undefined ? listed : { ...listed, text: text.slice(0, shownText) }];
  });
}

/** The entry of `:id`, also one that memory no longer lists. Throws 400 and 404. */
async function findEntry(store: Store, { params }: HttpRequest): Promise<GalleryEntry> {
  const id = params.id ?? "";
  if (chatOfGalleryId(id) === undefined) throw badRequest("not the id of a file: want <chat>.<turn>.<n>");
  const stored = await getLast(store.nc, kvStream(store.names.galleryBucket), subjectOf(store, id));
  const entry = stored && GalleryEntry.safeParse(readJsonValue(stored)).data;
  if (entry === undefined) throw notFound("no such file");
  return entry;
}

function subjectOf({ names, partitions }: Store, id: string): string {
  return kvSubject(names.galleryBucket, pageKey(partitionOf(chatOfGalleryId(id) ?? "", partitions), id));
}

function galleryFilterOf(request: HttpRequest): GalleryFilter {
  const chat = filterOf(request, "chat");
  if (chat !== undefined && !isChatId(chat)) throw badRequest("not a chat id: want <account>~<contact>");
  const account = filterOf(request, "account");
  return {
    chat,
    account: account === undefined ? undefined : escapeToken(account),
    type: filterOf(request, "type"),
    status: filterOf(request, "status"),
    fromMs: timeOf(request, "from"),
    toMs: timeOf(request, "to"),
    q: filterOf(request, "q"),
    tags: severalOf(request, "tag"),
    fields: severalOf(request, "field").map(fieldFilterOf),
  };
}

function severalOf({ query }: HttpRequest, name: string): string[] {
  const values = query.getAll(name);
  if (values.length > maxFilters || values.some((value) => value === "" || value.length > 200)) {
    throw badRequest(`${name} may be given ${maxFilters} times, with 1 to 200 characters`);
  }
  return values;
}

function fieldFilterOf(text: string): { name: string; value: string } {
  const at = text.indexOf(":");
  if (at < 1 || at === text.length - 1) throw badRequest("field is a name and a value: total:12.50");
  return { name: text.slice(0, at), value: text.slice(at + 1) };
}

/** A day, a time in ISO 8601, or Unix ms; a day as `to` ends with the day (UTC). */
function timeOf(request: HttpRequest, name: "from" | "to"): number | undefined {
  const text = filterOf(request, name);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const ms = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw badRequest(`${name} is a date, a time in ISO 8601, or Unix ms`);
  return name === "to" && text.length === 10 ? ms + 86_399_999 : ms;
}

function cursorOf({ query }: HttpRequest): GalleryPlace | undefined {
  const text = query.get("cursor");
  if (text === null) return undefined;
  const [, sentAtMs, id] = /^(-?\d{1,15})\.(.{1,900})$/.exec(text) ?? [];
  if (sentAtMs === undefined || id === undefined || chatOfGalleryId(id) === undefined) {
    throw badRequest("cursor is not one of ours");
  }
  return { sentAtMs: Number(sentAtMs), id };
}
