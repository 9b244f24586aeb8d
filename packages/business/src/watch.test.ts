import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { watchBusiness } from "./watch.ts";

const shop = (name: string) => `name: ${name}\ntimeZone: Europe/Madrid\nlanguages: [es]\n`;

function watching(folder: string, file: string) {
  const names: string[] = [];
  const problems: string[] = [];
  const { stop } = watchBusiness(join(folder, file), shop("Old"), {
    onChange: ({ name }) => names.push(name),
    onProblem: ({ message }) => problems.push(message),
    pollMs: 20,
  });
  onTestFinished(stop);
  return { names, problems, stop };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "parley-business-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a changed file is used, a bad one is reported once and changes nothing", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "business.yaml");
  writeFileSync(file, shop("Old"));
  const { names, problems } = watching(folder, "business.yaml");
  writeFileSync(file, shop("New"));
  await expect.poll(() => names).toEqual(["New"]);
  writeFileSync(file, "name: [");
  await expect.poll(() => problems).toHaveLength(1);
  writeFileSync(file, shop("Newer"));
  await expect.poll(() => names).toEqual(["New", "Newer"]);
  expect(problems).toHaveLength(1);
});

test("a ConfigMap's change of links is seen", async () => {
  const folder = temporaryFolder();
  const version = (name: string) => {
    mkdirSync(join(folder, `..${name}`));
    writeFileSync(join(folder, `..${name}`, "business.yaml"), shop(name));
    symlinkSync(`..${name}`, join(folder, "..next"));
    renameSync(join(folder, "..next"), join(folder, "..data"));
  };
  version("Old");
  symlinkSync(join("..data", "business.yaml"), join(folder, "business.yaml"));
  const { names } = watching(folder, "business.yaml");
  version("Second");
  await expect.poll(() => names).toEqual(["Second"]);
});

test("a file system that tells nothing is looked at from time to time, until it is stopped", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "real"));
  const file = join(folder, "real", "business.yaml");
  writeFileSync(file, shop("Old"));
  // What happens behind a link is not seen by a watch of the link's folder.
  symlinkSync(file, join(folder, "business.yaml"));
  const { names, stop } = watching(folder, "business.yaml");
  writeFileSync(file, shop("New"));
  await expect.poll(() => names).toEqual(["New"]);
  stop();
});
