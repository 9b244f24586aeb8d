// While working on speech: node --import tsx test/eval/speech-main.ts <eval/media/speech>
import { formatTable } from "../bench/report.ts";
import { tableOf } from "./figure.ts";
import { speechFigures } from "./media/speech.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("which folder?");
const { figures, hostile, ...sizes } = await speechFigures(folder);
console.log(formatTable(tableOf(figures)));
console.log(JSON.stringify(sizes));
for (const { name, status, reason } of hostile)
  console.log(`${name}: ${status}${reason === undefined ? "" : `, ${reason}`}`);
