import { openChat, enginesOf, demoBusiness } from "@parley/intel-service/chat.fixture";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { castOf, play, type Stage } from "./play.ts";
import { shownOf, shows } from "./shown.ts";
import { daysFrom } from "./days.ts";
const [filter = "", at = "2026-11-24T10:00:00-06:00", verbose = ""] = process.argv.slice(2);
const engines = await enginesOf(demoBusiness());
let ok = 0, bad = 0;
const files = readdirSync(new URL(".", import.meta.url)).filter((f) => f.endsWith(".stories.ts"));
for (const file of files) {
  const { stories } = await import(`./${file}`);
  for (const story of stories) {
    if (!`${file} ${story.title}`.includes(filter)) continue;
    const shelves = new Map();
    const chats = new Map<string, any>();
    const last = new Map<string, any[]>();
    const contact = (who: string) => `52155${String(10000000 + [...chats.keys()].length)}`;
    const chat = (who: string) => { if (!chats.has(who)) chats.set(who, openChat(engines, { at, shelves, contact: contact(who) })); return chats.get(who); };
    const heardOf = (who: string, said: any) => {
      last.set(who, [...(last.get(who) ?? []), ...said.replies]);
      const d = said.turn.processing.intel?.decision;
      const opts = said.replies.flatMap((r: any) => r.kind === "buttons" ? r.buttons : r.kind === "list" ? r.sections.flatMap((s: any) => s.rows) : []).map((o: any) => o.title);
      const i = said.turn.processing.intel;
      const dbg = verbose ? `\n   {{${d?.lane}/${d?.intent} ${d?.reason} | ${JSON.stringify(i?.flow)} | ${i?.entities?.map((e: any) => `${e.type}=${JSON.stringify(e.value)}`).join(" ")} | ${i?.intent?.name} ${i?.intent?.confidence?.toFixed(2)} ${i?.sentiment?.label}${i?.sentiment?.score?.toFixed(2)}${i?.sentiment?.emotion ?? ""}}}` : "";
      if (verbose) console.log(`> ${said.turn.text ?? said.turn.type}${dbg}\n${said.texts.map((t: string) => "     " + t.replaceAll("\n", "\n     ")).join("\n")}${opts.length ? `\n     [${opts.join("] [")}]` : ""}`);
      return { replies: said.texts, lane: d?.lane ?? "", intent: d?.intent ?? "", language: i?.language?.code ?? "" };
    };
    const stage: Stage = {
      says: async (who, text) => heardOf(who, chat(who).says(text)),
      taps: async (who, title) => {
        const replies = last.get(who) ?? [];
        return heardOf(who, chat(who).taps(title, { replies: [...replies].reverse() }));
      },
      orders: async (who, items) => heardOf(who, chat(who).sends(undefined, { kind: "order", content: { catalog_id: "1", product_items: items.map(({ id, quantity }) => ({ product_retailer_id: id, quantity, item_price: 0, currency: "MXN" })) } })),
      shares: async (who, kind) => heardOf(who, chat(who).sends(undefined, { kind, ...(kind === "location" ? {} : { entry: { processing: { media: { items: [{ id: "m", kind, status: "done", mimeType: "image/jpeg", bytes: 10, ms: 1 }] } } } }) })),
      operator: async (who, text) => { chat(who).give({ type: "operator.replied", v: 1, id: `op${Math.random()}`, reply: { kind: "text", body: text }, atMs: chat(who).now() }); },
      switchBot: async (who, enabled) => { chat(who).give({ type: "bot.switched", v: 1, enabled, reason: "", atMs: chat(who).now() }); },
      conversation: async (who) => chat(who).state(),
    };
    try {
      if (verbose) console.log(`\n=== ${story.title}`);
      castOf(story);
      await play(story, stage, daysFrom(Date.parse(at), engines.known.calendar));
      for (const [who, wanted] of Object.entries(story.ends ?? {})) { const got = shownOf(chat(who).state()); if (!shows(got, wanted)) throw new Error(`${story.title}: ${JSON.stringify(got)} wanted ${JSON.stringify(wanted)}`); }
      ok += 1;
    } catch (e: any) { bad += 1; console.log(`\nFAILED ${file}: ${e.message}${e.code === "ERR_ASSERTION" ? "" : e.stack}\n`); }
  }
}
console.log(`${ok} ok, ${bad} failed`);
