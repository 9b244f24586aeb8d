// While working on the intents: node --import tsx test/eval/intents-main.ts <eval/nlu> [set part… | shop]
import { scoreIntents, scoreShopIntents } from "./nlu/intents.ts";

const [data, ...wanted] = process.argv.slice(2);
if (data === undefined) throw new Error("which folder?");
const sets = wanted.filter((part) => part !== "shop");
if (sets.length > 0 || wanted.length === 0) console.table(scoreIntents(data, "test-results/eval/intents", sets));
if (sets.length < wanted.length || wanted.length === 0) console.table(scoreShopIntents(data));
