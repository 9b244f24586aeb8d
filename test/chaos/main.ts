// npm run chaos -- [--faults n] [--kinds kill,server,freeze,members] [--seconds s] [--chats n] [--rate n] [--workers n]
import { parseArgs } from "node:util";
import { formatTable, percentile, writeResults } from "../bench/report.ts";
import { type FaultKind, faultKinds } from "./faults.ts";
import { findVacuous, runChaos } from "./run.ts";

const { values } = parseArgs({
  options: {
    faults: { type: "string", default: "20" },
    kinds: { type: "string", default: faultKinds.join() },
    seconds: { type: "string", default: "60" },
    chats: { type: "string", default: "300" },
    rate: { type: "string", default: "600" },
    workers: { type: "string", default: "3" },
  },
});
const isKind = (text: string): text is FaultKind => faultKinds.some((kind) => kind === text);
const kinds = values.kinds.split(",").filter(isKind);
if (kinds.join() !== values.kinds) {
  console.error(`--kinds takes ${faultKinds.join()}`);
  process.exit(1);
}
const options = {
  kinds,
  faults: Number(values.faults),
  seconds: Number(values.seconds),
  chats: Number(values.chats),
  perSecond: Number(values.rate),
  workers: Number(values.workers),
  say: (line: string) => console.log(line),
};
const result = await runChaos(options);
const rows = kinds.map((kind) => {
  const those = result.faults.filter((fault) => fault.kind === kind);
  const waits = those.map(({ withoutProgressMs }) => withoutProgressMs);
  const takeovers = those.reduce((sum, fault) => sum + fault.takeovers, 0);
  const wait = { "max ms": Math.max(0, ...waits), "p95 ms": percentile(waits, 0.95), "p50 ms": percentile(waits, 0.5) };
  return { fault: kind, count: those.length, takeovers, ...wait };
});
const vacuous = findVacuous(options, result);
console.log(`\n${formatTable(rows)}\n(ms until every partition of the last stage has committed again)`);
console.log(`${result.messages} messages, ${result.repeats} sent again, ${Math.round(result.seconds)} s`);
console.log(`${result.violations.length} violations`);
for (const line of [...result.violations.slice(0, 20), ...vacuous]) console.error(`FAILED ${line}`);
writeResults("chaos", {
  at: new Date().toISOString(),
  options: { ...options, say: undefined },
  rows,
  vacuous,
  ...result,
});
process.exit(result.violations.length + vacuous.length > 0 ? 1 : 0);
