// Speed (CPU time) and memory of the gallery's index: node --import tsx --expose-gc test/eval/media/gallery.ts [files]
// Made-up entries: texts of 20 to 300 words from a vocabulary with the frequencies of a language, amounts, and a number of the
// document whose first 10 signs all have in common.
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

const documentNumber = (n: number) => `fac${20_260_000_000 + n}`;

function entryOf(n: number): GalleryEntry {
  const chat = `100~34600${String(n % 5_000).padStart(6, "0")}`;
  const text = Array.from({ length: 20 + Math.floor(random() ** 2 * 280) }, (_, at) =>
    at % 6 === 5 ? amount() : word(),
  );
  text.push(documentNumber(n));
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

/** Of this process: what it ran, not what it waited for others. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Median and worst of the rounds, ms. */
function timed(act: () => unknown): { median: number; worst: number } {
  const taken = Array.from({ length: rounds }, () => {
    const startedAt = cpuMs();
    act();
    return cpuMs() - startedAt;
  }).sort((a, b) => a - b);
  return { median: taken[Math.floor(rounds / 2)] ?? 0, worst: taken.at(-1) ?? 0 };
}

const before = heapMb();
const index = new GalleryIndex();
let takingMs = 0;
for (let n = 1; n <= files; n += 1) {
  const entry = entryOf(n);
  const startedAt = cpuMs();
  index.take(entry);
  takingMs += cpuMs() - startedAt;
}
const held = heapMb() - before;
const bytesPerFile = (held * 1e6) / index.size;
const wordOf = (rank: number) => vocabulary[rank] ?? "";
const signs = "abcdefghijklmnopqrstuvwxyz0123456789";
const queries: Record<string, GalleryFilter> = {
  "rare word": { q: wordOf(19_500) },
  "frequent word": { q: wordOf(1) },
  "two words": { q: `${wordOf(3)} ${wordOf(900)}` },
  "four words": { q: [1, 40, 700, 9_000].map(wordOf).join(" ") },
  "beginning of a word": { q: wordOf(5_000).slice(0, 5) },
  "capitals and accents": { q: wordOf(19_500).toUpperCase().replaceAll("A", "Á") },
  "no hit": { q: "zzz" },
  "one letter": { q: "c" },
  "one letter, no hit": { q: "w" },
  "frequent word and no hit": { q: `${wordOf(1)} zzz` },
  "document number": { q: documentNumber(7) },
  "no hit, but a beginning all have": { q: "fac20260000000x" },
  "no hit, but six beginnings all have": { q: Array.from({ length: 6 }, (_, n) => `fac2026000000x${n}`).join(" ") },
  "500 signs of words": {
    q: Array.from({ length: 90 }, (_, at) => wordOf(at))
      .join(" ")
      .slice(0, 500),
  },
  "500 letters, each a word": { q: Array.from({ length: 250 }, (_, at) => signs[at % 36]).join(" ") },
  "500 signs, one word": { q: "fac2026".repeat(72) },
  "only signs": { q: "¿?!*(.*)+ %_' OR 1=1 -- {}[]\\^$" },
  "other scripts": { q: "новый 日本語 ñandú 🙂" },
  "frequent word, kind nobody sends": { q: wordOf(1), type: "sticker" },
  "frequent word, other account": { q: wordOf(1), account: "999" },
  "frequent word, first day": { q: wordOf(1), toMs: firstSentAt + 86_400_000 },
  "field without a hit": { fields: [{ name: "total", value: "123456.78" }] },
  "tag and no hit": { tags: ["receipt"], q: "fac20260000000x" },
  "one chat and word": { chat: "100~34600000042", q: wordOf(900) },
};
const figures: Figure[] = [];
const bounded = (id: string, measure: string, value: number, goal: number) =>
  figures.push({ id, measure, value, goal, bound: true });
for (const [name, filter] of Object.entries(queries)) {
  const { median, worst } = timed(() => index.find(filter, 51));
  bounded("G1", `search, ${name}: median CPU ms`, median, 100);
  bounded("G1", `search, ${name}: worst of ${rounds}, CPU ms`, worst, 100);
}
const middle = index.find({}, Math.floor(files / 2)).at(-1);
bounded("G2", "page in the middle, worst ms", timed(() => index.find({}, 201, middle)).worst, 50);
bounded("G2", "page of one chat, worst ms", timed(() => index.find({ chat: "100~34600000042" }, 201)).worst, 50);
bounded("G3", `memory of ${index.size} files, MB`, held, 300);
bounded("G3", "memory of a file, bytes", bytesPerFile, 3_000);
bounded("G4", "taking an entry, µs", (takingMs / files) * 1_000, 200);

// New files push the oldest out, others are forgotten, and people search all the time.
const growth = { search: 0, take: 0, forget: 0, taking: 0 };
const asked = Object.values(queries);
const since = (startedAt: number) => cpuMs() - startedAt;
for (let step = 1; step <= 3_000; step += 1) {
  const entry = entryOf(files + step);
  const taking = cpuMs();
  index.take(entry);
  growth.taking += since(taking);
  growth.take = Math.max(growth.take, since(taking));
  const forgetting = cpuMs();
  if (step % 3 === 0) index.forget(entryOf(Math.floor(files * (0.2 + random() * 0.7))).id);
  growth.forget = Math.max(growth.forget, since(forgetting));
  const searching = cpuMs();
  index.find(asked[step % asked.length] ?? {}, 51);
  growth.search = Math.max(growth.search, since(searching));
}
bounded("G5", "search while files come and go: worst of 3,000, ms", growth.search, 100);
bounded("G5", "taking an entry while people search, µs", growth.taking / 3, 1_000);
bounded("G5", "taking an entry while people search: worst, ms", growth.take, 100);
bounded("G5", "forgetting a file while people search: worst, ms", growth.forget, 100);
console.log(formatTable(tableOf(figures)));
