import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "./run-command.ts";

async function parley(args: string[], yaml = "") {
  const folder = mkdtempSync(join(tmpdir(), "parley-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const businessFile = join(folder, "shop.yaml");
  writeFileSync(businessFile, yaml);
  const said: string[] = [];
  const write = (line: string) => said.push(line.replaceAll(businessFile, "shop.yaml"));
  const code = await runCommand(args, { ...terminal, print: write, complain: write, businessFile });
  return { code, said: said.join("\n") };
}

const terminal = { gatewayUrl: "http://127.0.0.1:1", apiToken: undefined };
const head = "name: Shop\ntimeZone: Europe/Madrid\nlanguages: [es]\n";

test("a good business file is summed up", async () => {
  expect(await parley(["business", "check"], head)).toEqual({
    code: 0,
    said: "shop.yaml: Shop, es: 20 intents, 0 items, 0 FAQs, 0 pages, 0 bookings, 0 entities, 0 warnings.",
  });
});

test("a bad business file is refused with lines", async () => {
  const { code, said } = await parley(["business", "check"], `${head}intents:\n  - { name: jobs, lane: nobody }\n`);
  expect(code).toBe(1);
  expect(said).toContain('shop.yaml:5 intents.0.lane: "nobody" is not one of the lanes');
  expect(said).toContain("2 problems: the file is not usable.");
});

test("what is doubtful is a warning with its line", async () => {
  const { code, said } = await parley(
    ["business", "check"],
    `${head}intents:\n  - { name: jobs, lane: info, examples: { es: [busco trabajo] } }\n`,
  );
  expect(code).toBe(0);
  expect(said).toContain("shop.yaml:5 warning: intents.0: has 1 example in es");
});

test("a file that is not there is named", async () => {
  expect(await parley(["business", "check", "none.yaml"])).toEqual({
    code: 1,
    said: "none.yaml: the business file cannot be read",
  });
});

test("the replies can be listed", async () => {
  const { code, said } = await parley(["business", "replies", "zone-fee"]);
  expect([code, said.split("\n")[0]]).toEqual([0, "zone-fee (zone: text, fee: money, free: yes|no)"]);
});

test("help shows every command, a wrong one shows help", async () => {
  expect(await parley([])).toMatchObject({ code: 0, said: expect.stringContaining("parley business check [file]") });
  expect(await parley(["dance"])).toMatchObject({ code: 2, said: expect.stringContaining('no command "dance"') });
});
