import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { eventually, type Installation, openInstallation } from "./installation.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const own = join(root, "test/fixtures/webhooks");
// Payloads of other projects, kept outside the repository.
const evaluation = join(process.env.PARLEY_EVAL_DIR ?? join(root, "../shared/eval"), "whatsapp/webhooks");

const Payload = z.object({ entry: z.array(z.unknown()) });
const Entry = z.object({ changes: z.array(z.unknown()) });
const Change = z.object({ value: z.record(z.string(), z.unknown()) });
const Value = z.object({ contacts: z.array(z.unknown()).catch([]), messages: z.array(z.unknown()).catch([]) });
const Message = z.object({
  id: z.string().min(1),
  timestamp: z.coerce.string().regex(/^\d+$/),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
});

let parley: Installation;
beforeAll(async () => {
  parley = await openInstallation();
});
afterAll(() => parley.stop());

/** Of all files so far: some share chats, and some share messages. */
const posted = new Set<string>();

describe("webhooks of the repository", () => {
  test.each(filesIn(own))("$name", ({ path }) => becomesItsTurns(path));
});

describe("webhooks of other projects", () => {
  if (filesIn(evaluation).length > 0) {
    test.each(filesIn(evaluation))("$name", ({ path }) => becomesItsTurns(path));
  } else {
    test.skip("are not here: set PARLEY_EVAL_DIR to the folder of the evaluation sets", () => {});
  }
});

test("after all of them each message is one turn of its chat, and nothing else became one", async () => {
  const { items } = await parley.api("/api/chats?limit=200");
  const stored = new Set<string>();
  for (const { chat } of items) {
    const turns = await parley.timeline(chat);
    const ids = turns.map(({ messageId }) => messageId);
    expect(ids).toEqual([...new Set(ids)]);
    expect(turns.map(({ turn }) => turn)).toEqual(ids.map((_, at) => at + 1));
    for (const id of ids) stored.add(id);
  }
  expect([...stored].sort()).toEqual([...posted].sort());
  expect((await parley.api("/api/dead-letters")).items).toEqual([]);
});

test("after all of them a customer still gets an answer", async () => {
  const ana = parley.customer("5215500000301");
  await ana.says("hola");
  expect(await ana.replies(1)).toEqual([expect.stringContaining("¡Hola!")]);
});

/** Posted twice, byte by byte: 200, and exactly one turn for each message with an id, a time and a sender. */
async function becomesItsTurns(path: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  expect(await parley.webhook(bytes)).toBe(200);
  expect(await parley.webhook(bytes)).toBe(200);
  for (const id of messagesOf(JSON.parse(Buffer.from(bytes).toString("utf8")))) {
    posted.add(id);
    // Read anew each time: the same id may come from another chat, and the newest is shown.
    const kept = async () => {
      const turns = await parley.timeline((await parley.turn(id))?.chat ?? "");
      return turns.filter(({ messageId }) => messageId === id).length;
    };
    await eventually(kept).toBe(1);
  }
}

/** The messages that say which they are, when and from whom; a lone contact stands for a sender who is not named. */
function messagesOf(payload: unknown): string[] {
  return Payload.parse(payload)
    .entry.flatMap((entry) => Entry.safeParse(entry).data?.changes ?? [])
    .flatMap((change) => {
      const { contacts, messages } = Value.parse(Change.safeParse(change).data?.value ?? {});
      return messages.flatMap((raw) => {
        const message = Message.safeParse(raw).data;
        if (message === undefined) return [];
        const sender = message.from ?? message.from_user_id ?? (contacts.length === 1 ? "the contact" : undefined);
        return sender === undefined ? [] : [message.id];
      });
    });
}

function filesIn(folder: string): Array<{ name: string; path: string }> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return names.sort().map((name) => ({ name: basename(name, ".json"), path: join(folder, name) }));
}
