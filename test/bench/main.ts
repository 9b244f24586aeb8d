// npm run bench -- [--quick] [--only raw|runtime|relay|product|media|chats] [--chats n] [--minutes n [--rate n]]
//                  [--files folder] [--niceness n] [--rounds n]
//   --quick      shorter runs
//   --only       one of them; `chats` (1,000,000 chats) and `media`, some minutes each, are run only when they are named
//   --chats      how many chats `chats` has; default 1,000,000
//   --minutes    `product` runs at --rate turns a second (default 300) for so long instead, and says whether memory stays flat
//   --files      a folder of hostile files for `media`, which otherwise makes its own
//   --niceness   how far the children of `media` stand back (0 to 19); default as the service has it
//   --rounds     how often `media` changes between texts alone and texts beside files; default 2
// Results go to test-results/bench.json, with --minutes each sample of memory to test-results/bench-memory.json.
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchManyChats } from "./chats-bench.ts";
import { benchMedia } from "./media.ts";
import { benchProduct, benchSustained } from "./product.ts";
import { benchRaw, benchRelay } from "./relay-bench.ts";
import { formatTables, progress, type Row, writeResults } from "./report.ts";
import { benchRuntime } from "./runtime-bench.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    chats: { type: "string", default: "1000000" },
    minutes: { type: "string" },
    rate: { type: "string", default: "300" },
    files: { type: "string" },
    niceness: { type: "string" },
    rounds: { type: "string", default: "2" },
  },
});
const size = values.quick
  ? { chats: 1_000, warmUp: 2_000, burst: 10_000, perSecond: 500, openSeconds: 4 }
  : { chats: 1_000, warmUp: 4_000, burst: 40_000, perSecond: 500, openSeconds: 10 };
const few = values.quick ? 2_000 : 6_000;
const productChats = 5_000;
const product = values.quick
  ? { chats: productChats, warmUp: 1_000, burst: 3_000, outstanding: 1_000, perSecond: 500, openSeconds: 4 }
  : { chats: productChats, warmUp: productChats, burst: 20_000, outstanding: 1_000, perSecond: 500, openSeconds: 20 };
const media = values.quick
  ? { perSecond: 50, seconds: 10, filesPerSecond: 1, rounds: 1 }
  : { perSecond: 50, seconds: 30, filesPerSecond: 1, rounds: Number(values.rounds) };
const sustained = {
  chats: productChats,
  warmUp: productChats,
  perSecond: Number(values.rate),
  minutes: Number(values.minutes),
};

const benches: Array<{ name: string; title: string; named?: true; run: () => Promise<Row[]> }> = [
  { name: "raw", title: "raw publish", run: () => benchRaw(few * 3) },
  { name: "runtime", title: "runtime, five processes", run: () => benchRuntime("five", size) },
  { name: "runtime", title: "runtime, one process", run: () => benchRuntime("one", size) },
  { name: "relay", title: "put, publish, ack; five processes", run: () => benchRelay("five", few) },
  { name: "relay", title: "put, publish, ack; one process", run: () => benchRelay("one", few) },
  {
    name: "product",
    title: "the whole product",
    run: () => (values.minutes === undefined ? benchProduct(product) : benchSustained(sustained)),
  },
  {
    name: "media",
    title: "texts beside hostile files",
    named: true,
    run: () => benchMedia({ ...media, folder: values.files, niceness: values.niceness }),
  },
  { name: "chats", title: "very many chats", named: true, run: () => benchManyChats(Number(values.chats)) },
];

const wanted = benches.filter(({ name, named }) => (values.only === undefined ? !named : values.only === name));
if (wanted.length === 0) {
  console.error(`--only takes one of ${[...new Set(benches.map(({ name }) => name))].join(", ")}`);
  process.exit(1);
}
const rows: Row[] = [];
const failures: string[] = [];
for (const [i, { title, run }] of wanted.entries()) {
  progress(`${i + 1} of ${wanted.length}: ${title}`);
  try {
    rows.push(...(await run()));
  } catch (failure) {
    failures.push(`${title}: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}
console.log(`\n\n${formatTables(rows)}`);
for (const failure of failures) console.error(`\nFAILED ${failure}`);
const machine = { cpus: cpus().length, cpu: cpus()[0]?.model, node: process.version };
writeResults("bench", { at: new Date().toISOString(), machine, quick: values.quick, size, product, rows, failures });
process.exitCode = failures.length > 0 ? 1 : 0;
