import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { readWebhook } from "./webhook.ts";

// Payloads of other projects, kept outside the repository.
const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = join(process.env.PARLEY_EVAL_DIR ?? join(root, "../shared/eval"), "whatsapp/webhooks");
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

const Payload = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ value: z.record(z.string(), z.unknown()) })) })),
});
const Lists = z.object({
  contacts: z.array(z.unknown()).default([]),
  messages: z.array(z.record(z.string(), z.unknown())).default([]),
});

describe.skipIf(names.length === 0)("the evaluation payloads", () => {
  test.each(names)("%s is read, each message with an id and a sender as one message", (name) => {
    const payload: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const values = Payload.parse(payload).entry.flatMap(({ changes }) =>
      changes.map(({ value }) => Lists.parse(value)),
    );
    const expected = values.flatMap(({ contacts, messages }) =>
      messages
        .filter(({ id, from, from_user_id }) => id && (from ?? from_user_id ?? contacts.length === 1))
        .map(({ id, type }) => ({ messageId: id, kind: type })),
    );
    const elements = readWebhook(payload);
    const messages = elements.flatMap((element) => (element.kind === "message" ? [element.message] : []));
    expect(messages.map(({ messageId, kind }) => ({ messageId, kind }))).toEqual(expected);
    expect(elements.length).toBeGreaterThan(0);
  });
});
