import { providerIdHash, turnId } from "@parley/contract/ids";
import { partitionOf } from "@parley/contract/partition";
import { getLast } from "@parley/jetstream/direct-get";
import { z } from "zod";
import { notFound } from "../http-error.ts";
import { type Handler, json } from "../http-request.ts";
import { readJsonValue, type Store } from "./store.ts";

/** What session keeps under a provider's message id. */
const TurnIndexEntry = z.object({
  chat: z.string(),
  turn: z.number(),
  messageId: z.string().optional(),
  type: z.string().optional(),
  receivedAt: z.string().optional(),
});

/** `GET /api/turns/{messageId}`: the stored turn, or as much as is known while it is on its way. */
export function showTurn({ nc, names, partitions }: Store): Handler {
  return async ({ params }) => {
    const messageId = params.messageId ?? "";
    const indexed = await getLast(nc, names.timelineStream, names.turnIndex(providerIdHash(messageId)));
    const entry = TurnIndexEntry.safeParse(indexed && readJsonValue(indexed));
    if (!entry.success) throw notFound("no turn with this message id (yet)");
    const { chat, turn } = entry.data;
    const stored = await getLast(nc, names.timelineStream, names.timeline(partitionOf(chat, partitions), chat, turn));
    const value = stored && readJsonValue(stored);
    if (value !== undefined) return json(200, value);
    return json(200, { id: turnId(chat, turn), messageId, ...entry.data, status: "open", processing: {} });
  };
}
