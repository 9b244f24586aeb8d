import type { GalleryEntry } from "@parley/contract/gallery";
import { expect, test } from "vitest";
import { GalleryIndex } from "./gallery-index.ts";

const hour = (h: number) => new Date(Date.parse("2026-11-20T00:00:00Z") + h * 3_600_000).toISOString();

function entry(turn: number, more: Partial<GalleryEntry> = {}): GalleryEntry {
  const chat = more.chat ?? "9~1";
  return {
    ...{ id: `${chat}.${turn}.1`, chat, account: "9", turn, messageId: `wamid.${turn}`, kind: "image" },
    ...{ mimeType: "image/jpeg", bytes: 1, sentAt: hour(turn), status: "ok", tags: [] },
    ...more,
  };
}

function anIndex(...entries: GalleryEntry[]) {
  const index = new GalleryIndex();
  for (const each of entries) index.take(each);
  const turns = (filter: Parameters<GalleryIndex["find"]>[0]) =>
    index.find(filter, 100).map(({ id }) => Number(id.split(".")[1]));
  return { index, turns };
}

test("files come newest first by the time they were sent, whatever order they are stored in", () => {
  const { turns } = anIndex(entry(2), entry(1), entry(3));
  expect(turns({})).toEqual([3, 2, 1]);
});

test("a search wants the beginnings of all its words, without regard to case and accents", () => {
  const { turns } = anIndex(
    entry(1, { text: "FACTURA nº 12\nCafé Peñón, Málaga" }),
    entry(2, { caption: "la factura", filename: "cafe.pdf" }),
    entry(3, { text: "descafeinado" }),
  );
  expect(turns({ q: "café" })).toEqual([2, 1]);
  expect(turns({ q: "fact CAF" })).toEqual([2, 1]);
  expect(turns({ q: "penon factura" })).toEqual([1]);
  expect(turns({ q: "¿?" })).toEqual([3, 2, 1]);
  expect(turns({ q: "factura té" })).toEqual([]);
});

test("fields are compared by value, with amounts as numbers, and are no words of a text", () => {
  const { turns } = anIndex(
    entry(1, {
      fields: { total: { value: 12.5, confidence: 1, where: "line 3" }, vendor: { value: "Café Sol S.L." } },
    }),
    entry(2, { text: "total 12.5", fields: { total: { value: { amount: 7, currency: "EUR" } } } }),
  );
  expect(turns({ fields: [{ name: "total", value: "12.50" }] })).toEqual([1]);
  expect(turns({ fields: [{ name: "total", value: "7" }] })).toEqual([2]);
  expect(turns({ fields: [{ name: "vendor", value: "cafe sol sl" }] })).toEqual([]);
  expect(turns({ fields: [{ name: "vendor", value: "CAFÉ SOL, S.L." }] })).toEqual([1]);
  expect(turns({ q: "sol" })).toEqual([1]);
  expect(turns({ q: "total" })).toEqual([2]);
  expect(turns({ fields: [{ name: "total", value: "?" }] })).toEqual([]);
});

test("chat, account, type, status, tag and time narrow the list", () => {
  const { turns } = anIndex(
    entry(1, { chat: "9~2", tags: ["credit_note", "qr"] }),
    entry(2, { kind: "document" }),
    entry(3, { status: "pending" }),
    entry(4, { chat: "90~2" }),
  );
  expect(turns({ chat: "9~2" })).toEqual([1]);
  expect(turns({ account: "9" })).toEqual([3, 2, 1]);
  expect(turns({ type: "document" })).toEqual([2]);
  expect(turns({ status: "pending" })).toEqual([3]);
  expect(turns({ tags: ["credit_note"] })).toEqual([1]);
  expect(turns({ tags: ["credit"] })).toEqual([]);
  expect(turns({ fromMs: Date.parse(hour(2)), toMs: Date.parse(hour(3)) })).toEqual([3, 2]);
});

test("pages follow each other without gap or repetition, also among files of one moment", () => {
  const { index } = anIndex(...[1, 2, 3, 4, 5].map((turn) => entry(turn, { sentAt: hour(1) })));
  const first = index.find({}, 2);
  const second = index.find({}, 2, first.at(-1));
  index.take(entry(9, { sentAt: hour(9) }));
  const third = index.find({}, 2, second.at(-1));
  expect([...first, ...second, ...third].map(({ id }) => id)).toEqual([5, 4, 3, 2, 1].map((turn) => `9~1.${turn}.1`));
});

test("a file that is read at last is found by its text, once; a forgotten one no more", () => {
  const { index, turns } = anIndex(entry(1, { status: "pending" }), entry(1, { text: "recibo" }), entry(2));
  expect(turns({})).toEqual([2, 1]);
  expect(turns({ q: "recibo" })).toEqual([1]);
  index.forget("9~1.1.1");
  index.forget("9~1.7.1");
  expect([turns({}), index.size]).toEqual([[2], 1]);
});

test("the oldest leave when there are too many files, or too many words", () => {
  const few = new GalleryIndex(2);
  for (const turn of [1, 2, 3]) few.take(entry(turn));
  expect(few.find({}, 9).map(({ id }) => id)).toEqual(["9~1.3.1", "9~1.2.1"]);
  const short = new GalleryIndex(100, 1_000);
  for (const turn of [1, 2, 3])
    short.take(entry(turn, { text: `${turn}${"a".repeat(30)} `.repeat(3) + "b".repeat(40) }));
  expect(short.size).toBe(3);
  const words = Array.from({ length: 200 }, (_, at) => `word${at}`).join(" ");
  short.take(entry(4, { text: words }));
  expect(short.size).toBe(0);
});

test("pages of a search follow each other, be the word in nearly all files or in few", () => {
  const index = new GalleryIndex();
  const many = 6_000;
  for (let n = 1; n <= many; n += 1) {
    const sentAt = new Date(Date.parse(hour(0)) + n * 1_000).toISOString();
    index.take(entry(n, { sentAt, text: n % 500 === 0 ? "factura rara" : "factura" }));
  }
  const turnsOf = (q: string, size: number) => {
    const found: number[] = [];
    for (let below: ReturnType<typeof index.find>[number] | undefined; ; ) {
      const page = index.find({ q, toMs: Date.parse(hour(1)) }, size, below);
      found.push(...page.map(({ id }) => Number(id.split(".")[1])));
      below = page.at(-1);
      if (page.length < size) return found;
    }
  };
  expect(turnsOf("rar", 2)).toEqual([3_500, 3_000, 2_500, 2_000, 1_500, 1_000, 500]);
  expect(turnsOf("factura", 700)).toEqual(Array.from({ length: 3_600 }, (_, at) => 3_600 - at));
});
