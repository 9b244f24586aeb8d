import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Installation, StoredTurn } from "../installation.ts";
import type { Heard, Stage } from "./play.ts";

const Intel = z.looseObject({
  decision: z.looseObject({ lane: z.string(), intent: z.string() }).optional(),
  language: z.looseObject({ code: z.string() }).optional(),
});

let customers = 0;

/** A stage in a whole Parley: each customer has a phone of their own, and every turn is followed to its end. */
export function installationStage(parley: Installation): Stage {
  const phones = new Map<string, string>();
  const phoneOf = (who: string): string => {
    const phone = phones.get(who) ?? `52155${String(20_000_000 + customers++)}`;
    phones.set(who, phone);
    return phone;
  };
  const chatOf = (who: string) => parley.customer(phoneOf(who)).chat;
  const heard = async (messageId: string): Promise<Heard> =>
    heardOf(
      await until(
        () => parley.turn(messageId),
        (turn) => turn?.status === "done" || turn?.status === "failed",
      ),
    );
  const pathOf = (who: string) => `/api/chats/${encodeURIComponent(chatOf(who))}`;

  return {
    says: async (who, text) => heard(await parley.whatsapp.customerSays({ from: phoneOf(who), text })),
    taps: async (who, title) => {
      const from = phoneOf(who);
      const option = await optionOf(parley, from, title);
      return heard(await parley.whatsapp.customerTaps({ from, option }));
    },
    orders: async (who, items) => heard(await parley.whatsapp.customerOrders({ from: phoneOf(who) }, items)),
    shares: async (who, kind) => {
      const [bytes, mimeType] = kind === "audio" ? [silence(), "audio/wav"] : [onePixel, "image/png"];
      const file = { from: phoneOf(who), bytes, mimeType };
      return heard(await parley.whatsapp.customerSends(kind, file));
    },
    operator: async (who, text) => {
      const answer = await parley.ask(`${pathOf(who)}/messages`, { type: "text", text: { body: text } });
      assert.equal(answer.status, 202);
      await until(
        async () => parley.customer(phoneOf(who)).got(),
        (got) => got.includes(text),
      );
    },
    switchBot: async (who, enabled) => {
      assert.equal((await parley.ask(`${pathOf(who)}/bot`, { enabled })).status, 202);
    },
    conversation: async (who) => (await parley.api(pathOf(who))).conversation,
  };
}

const patienceMs = 20_000;

/** `expect.poll` knows no concurrent tests. Gives the last reading when it never holds: the story says what is wrong with it. */
export async function until<T>(read: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const found = await read();
    if (holds(found) || performance.now() > giveUpAt) return found;
    await sleep(20);
  }
}

async function optionOf(parley: Installation, from: string, title: string): Promise<string> {
  // The turn is over a moment before the simulator has listed its replies.
  const find = async () => {
    const options = parley.whatsapp.sentTo(from).flatMap((message) => message.options ?? []);
    return options.findLast((option) => option.title === title)?.id;
  };
  const option = await until(find, (id) => id !== undefined);
  assert.ok(option, `no message to ${from} has the option ${title}`);
  return option;
}

function heardOf(turn: StoredTurn | undefined): Heard {
  assert.equal(turn?.status, "done", "the turn did not end well");
  const { processing } = turn;
  const { decision, language } = Intel.parse(processing.intel ?? {});
  return {
    replies: (processing.delivery?.replies ?? []).map(({ body }) => body),
    lane: decision?.lane ?? "",
    intent: decision?.intent ?? "",
    language: language?.code ?? "",
  };
}

/** A second of it, as PCM of 16 bits at 8 kHz. */
function silence(): Buffer<ArrayBuffer> {
  const wav = Buffer.alloc(44 + 16_000);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8_000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(16_000, 40);
  return wav;
}

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
