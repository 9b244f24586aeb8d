// Speed and memory of the gallery's index: node --import tsx --expose-gc test/eval/media/gallery.ts [files]
// Made-up entries: texts of 20 to 300 words from a vocabulary with the frequencies of a language, and amounts.
import type { GalleryEntry } from "@parley/contract/gallery";
import { type GalleryFilter, GalleryIndex } from "@parley/gateway-service/api/gallery-index";
import { formatTable } from "../../bench/report.ts";
import { type Figure, tableOf } from "../figure.ts";

const files = Number(process.argv[2] ?? 100_000);
const rounds = 15;
const firstSentAt = Date.parse("2026-01-01T00:00:00Z");

let seed = 20_261_121;
const random = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const syllables = [
  "ca",
  "so",
  "fac",
  "tu",
  "ra",
  "pe",
  "ñón",
  "li",
  "mo",
  "tar",
  "gue",
  "dor",
  "án",
  "es",
  "to",
  "ver",
];
const vocabulary = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
    "",
  ),
);
const word = () => vocabulary[Math.floor(vocabulary.length ** random())] ?? "";
const amount = () => Math.round(random() * 100_000) / 100;

function entryOf(n: number): GalleryEntry {
  const chat = `100~34600${String(n % 5_000).padStart(6, "0")}`;
  const text = Array.from({ length: 20 + Math.floor(random() ** 2 * 280) }, (_, at) =>
    at % 6 === 5 ? amount() : word(),
  );
  const kind = n % 3 === 0 ? "document" : "image";
  return {
    ...{ id: `${chat}.${n}.1`, chat, account: "100", turn: n, messageId: `wamid.${n}`, kind, mimeType: "image/jpeg" },
    ...{ bytes: 100_000, status: "ok", tags: n % 7 === 0 ? ["receipt"] : [], caption: word(), text: text.join(" ") },
    ...{ sentAt: new Date(firstSentAt + n * 60_000).toISOString(), sha256: "0".repeat(64) },
    fields: { total: { value: amount(), confidence: 0.9, where: "line 9" }, vendor: { value: `${word()} ${word()}` } },
  };
}

function heapMb(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Median and worst of the rounds, ms. */
function timed(act: () => unknown): { median: number; worst: number } {
  const taken = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    act();
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  return { median: taken[Math.floor(rounds / 2)] ?? 0, worst: taken.at(-1) ?? 0 };
}

const before = heapMb();
const index = new GalleryIndex();
let takingMs = 0;
for (let n = 1; n <= files; n += 1) {
  const entry = entryOf(n);
  const startedAt = performance.now();
  index.take(entry);
  takingMs += performance.now() - startedAt;
}
const held = heapMb() - before;
const queries: Record<string, GalleryFilter> = {
  "no hit": { q: "zzz" },
  "rare word": { q: vocabulary[19_500] ?? "" },
  "short beginning without a hit": { q: "w" },
  "common and no hit": { q: `${vocabulary[1]} zzz` },
  "four words": { q: [1, 40, 700, 9_000].map((at) => vocabulary[at]).join(" ") },
  "field without a hit": { fields: [{ name: "total", value: "123456.78" }] },
  "one chat and word": { chat: "100~34600000042", q: vocabulary[900] ?? "" },
};
const figures: Figure[] = Object.entries(queries).flatMap(([name, filter]) => {
  const { median, worst } = timed(() => index.find(filter, 51));
  return [
    { id: "G1", measure: `search, ${name}: median ms`, value: median, goal: 100, bound: true as const },
    { id: "G1", measure: `search, ${name}: worst of ${rounds}, ms`, value: worst, goal: 100, bound: true as const },
  ];
});
const middle = index.find({}, Math.floor(files / 2)).at(-1);
const page = timed(() => index.find({}, 201, middle));
const oneChat = timed(() => index.find({ chat: "100~34600000042" }, 201));
figures.push(
  { id: "G2", measure: "page in the middle, worst ms", value: page.worst, goal: 50, bound: true },
  { id: "G2", measure: "page of one chat, worst ms", value: oneChat.worst, goal: 50, bound: true },
  { id: "G3", measure: `memory of ${index.size} files, MB`, value: held, goal: 300, bound: true },
  { id: "G4", measure: "taking an entry, µs", value: (takingMs / files) * 1_000, goal: 200, bound: true },
);
console.log(formatTable(tableOf(figures)));
