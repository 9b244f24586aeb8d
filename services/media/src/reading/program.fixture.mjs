// Stands in for a program that reads pictures: node program.fixture.mjs <what it does> <picture> <languages>
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { env } from "node:process";

const [deed, picture = "", languages = ""] = process.argv.slice(2);
const header = "level page_num block_num par_num line_num word_num left top width height conf text"
  .split(" ")
  .join("\t");
const word = (line, number, conf, text) => [5, 1, 1, 1, line, number, 0, 0, 9, 9, conf, text].join("\t");
const png = existsSync(picture) && readFileSync(picture).subarray(1, 4).toString() === "PNG";

const deeds = {
  tsv: () => {
    const line = [4, 1, 1, 1, 1, 0, 0, 0, 9, 9, -1, ""].join("\t");
    const words = [
      word(1, 1, 96.5, "TOTAL"),
      word(1, 2, 91, png ? "48,00" : "0"),
      word(2, 1, 12, "|"),
      word(3, 1, 88, languages),
    ];
    console.log([header, line, ...words].join("\n"));
  },
  text: () => console.log("Taberna del Puerto\n\nTOTAL 48,00 EUR\n\f"),
  noise: () => console.log([header, word(1, 1, 35, "xuIIlw,e"), word(1, 2, 40, "ouwqzz")].join("\n")),
  nothing: () => {},
  environment: () => console.log(Object.keys(env).sort().join(" ")),
  fail: () => process.exit(3),
  flood: () => process.stdout.write("x".repeat(6_000_000)),
  hang: () => setInterval(() => {}, 1_000),
  // A child of its own that holds the output open: it has to die with its parent.
  breed: () =>
    spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: ["ignore", "inherit", "ignore"] }),
};
deeds[deed]();
