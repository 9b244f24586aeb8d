import { DeadLetter, type DeadLetterDiscard, type DeadLetterReplay } from "@parley/contract/dead-letter";
import { getLastMany } from "@parley/jetstream/direct-get";
import type { InboxPublisher } from "@parley/jetstream/inbox-publisher";
import { z } from "zod";
import { badRequest, notFound } from "../http-error.ts";
import { type HttpRequest, json, readJson } from "../http-request.ts";
import type { Route } from "../http-router.ts";
import type { DeadLetterDirectory } from "./dead-letter-directory.ts";
import { filterOf, limitOf, numberCursorOf } from "./paging.ts";
import { readJsonValue, type Store } from "./store.ts";

export type DeadLetterOptions = {
  store: Store;
  directory: DeadLetterDirectory;
  inboxes: Pick<InboxPublisher, "send">;
};

const idPattern = /^[A-Za-z0-9_=-]{1,200}$/;
const ReplayBody = z.object({ payload: z.looseObject({ type: z.string(), v: z.number() }).optional() });
const DiscardBody = z.object({ reason: z.string().min(1).max(500) });
const filterNames = ["chat", "service", "code", "status"] as const;
const FilterBody = z.object({
  filter: z.strictObject({
    chat: z.string().optional(),
    service: z.string().optional(),
    code: z.string().optional(),
    status: z.enum(["open", "replaying"]).default("open"),
  }),
});
// One request's worth; the answer says how many are left.
const maxReplays = 1_000;

/** `/api/dead-letters`: listing and showing read the stream; replay and discard are asked of resilience, which decides. */
export function deadLetterRoutes(options: DeadLetterOptions): Route[] {
  const path = "/api/dead-letters";
  return [
    { method: "GET", path, handle: (request) => list(options, request) },
    { method: "POST", path: `${path}/replay`, handle: (request) => replayMany(options, request) },
    { method: "GET", path: `${path}/:id`, handle: async (request) => json(200, await find(options, request)) },
    { method: "POST", path: `${path}/:id/replay`, handle: (request) => replay(options, request) },
    { method: "POST", path: `${path}/:id/discard`, handle: (request) => discard(options, request) },
  ];
}

async function list({ store, directory }: DeadLetterOptions, request: HttpRequest) {
  const limit = limitOf(request);
  const filter = Object.fromEntries(filterNames.map((name) => [name, filterOf(request, name)]));
  const wanted = directory.newest(filter, numberCursorOf(request));
  const shown = wanted.slice(0, limit);
  const letters = await load(
    store,
    shown.map(({ subject }) => subject),
  );
  const items = shown.flatMap(({ subject }) => letters.get(subject) ?? []);
  const last = shown.at(-1);
  return json(200, wanted.length > limit && last ? { items, nextCursor: String(last.seq) } : { items });
}

async function replay(options: DeadLetterOptions, request: HttpRequest) {
  const letter = await find(options, request);
  const body = parse(ReplayBody, await readJson(request));
  const message: DeadLetterReplay = { type: "dead-letter.replay", v: 1, id: letter.id };
  if (body.payload !== undefined) message.payload = body.payload;
  await options.inboxes.send("resilience", letter.key, message);
  return json(202, letter);
}

async function replayMany({ directory, inboxes }: DeadLetterOptions, request: HttpRequest) {
  const { filter } = parse(FilterBody, await readJson(request));
  // Oldest first: letters of one chat are replayed in the order in which they failed.
  const letters = directory.newest(filter).reverse();
  const asked = letters.slice(0, maxReplays);
  await Promise.all(
    asked.map(({ id, chat }) => {
      const message: DeadLetterReplay = { type: "dead-letter.replay", v: 1, id };
      return inboxes.send("resilience", chat, message);
    }),
  );
  return json(202, { replaying: asked.length, left: letters.length - asked.length });
}

async function discard(options: DeadLetterOptions, request: HttpRequest) {
  const letter = await find(options, request);
  const { reason } = parse(DiscardBody, await readJson(request));
  const message: DeadLetterDiscard = { type: "dead-letter.discard", v: 1, id: letter.id, reason };
  await options.inboxes.send("resilience", letter.key, message);
  return json(202, letter);
}

/** The letter of `:id`, also one that memory no longer lists. Throws 400 and 404. */
async function find({ store, directory }: DeadLetterOptions, { params }: HttpRequest): Promise<DeadLetter> {
  const id = params.id ?? "";
  if (!idPattern.test(id)) throw badRequest("not the id of a dead letter");
  const subject = directory.subjectOf(id) ?? `${store.names.prefix}.dead-letters.*.*.${id}`;
  const [letter] = (await load(store, [subject])).values();
  if (!letter) throw notFound("no such dead letter");
  return letter;
}

async function load({ nc, names }: Store, subjects: readonly string[]): Promise<Map<string, DeadLetter>> {
  const stored = subjects.length === 0 ? [] : await getLastMany(nc, names.deadLettersStream, [...subjects]);
  const letters = stored.map(
    (message) => [message.subject, DeadLetter.safeParse(readJsonValue(message)).data] as const,
  );
  return new Map(letters.flatMap(([subject, letter]) => (letter ? [[subject, letter]] : [])));
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw badRequest("the body is not as expected", z.flattenError(parsed.error).fieldErrors);
}
