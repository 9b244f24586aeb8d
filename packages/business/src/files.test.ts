import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findBelow } from "./files.ts";
import { loadBusiness } from "./load.ts";

const jpeg = Buffer.from("ffd8ffe000104a464946", "hex");

function aFolder() {
  const root = mkdtempSync(join(tmpdir(), "parley-files-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, "shop");
  mkdirSync(join(folder, "photos"), { recursive: true });
  writeFileSync(join(root, "secret.jpg"), jpeg);
  writeFileSync(join(folder, "photos", "cake.jpg"), jpeg);
  return { root, folder };
}

test("a file is found below the folder and nowhere else", () => {
  const { root, folder } = aFolder();
  symlinkSync(join(root, "secret.jpg"), join(folder, "photos", "link.jpg"));
  symlinkSync(root, join(folder, "up"));
  symlinkSync(join(folder, "photos", "cake.jpg"), join(folder, "cake.jpg"));
  expect(findBelow(folder, "photos/cake.jpg")).toMatchObject({ sizeBytes: jpeg.length });
  expect(findBelow(folder, "cake.jpg")).toMatchObject({ sizeBytes: jpeg.length });
  const outside = [
    "../secret.jpg",
    "photos/../../secret.jpg",
    "photos/link.jpg",
    "up/secret.jpg",
    `${root}/secret.jpg`,
  ];
  for (const path of [...outside, "photos", ".", "", "photos/none.jpg", "photos/\0.jpg"]) {
    expect(findBelow(folder, path), path).toBeUndefined();
  }
});

test("the pictures a business file names are looked at when it is loaded, and reported with their lines", () => {
  const { folder } = aFolder();
  writeFileSync(join(folder, "photos", "text.jpg"), "no picture");
  writeFileSync(join(folder, "photos", "large.jpg"), Buffer.concat([jpeg, Buffer.alloc(5 * 1_048_576)]));
  const item = (id: string, image: string) =>
    `    - { id: ${id}, name: ${id}, category: bread, price: 1, image: "${image}" }\n`;
  const load = (...items: string[]) => {
    const head =
      "name: Shop\ntimeZone: Europe/Madrid\nlanguages: [es]\ncatalog:\n  categories: [{ id: bread, name: Pan }]\n";
    writeFileSync(join(folder, "business.yaml"), `${head}  items:\n${items.join("")}`);
    return loadBusiness(join(folder, "business.yaml"));
  };
  const good = [item("a", "photos/cake.jpg"), item("b", "https://files.test/b.jpg")];
  expect(load(...good).catalog.items.map(({ image }) => image)).toEqual([
    "photos/cake.jpg",
    "https://files.test/b.jpg",
  ]);
  for (const [image, problem] of [
    ["photos/none.jpg", "there is no file"],
    ["../secret.jpg", "there is no file"],
    ["photos/text.jpg", "is no picture"],
    ["photos/large.jpg", "5242890 bytes"],
    ["http://files.test/b.jpg", "want an https URL"],
    ["file:///etc/passwd", "want an https URL"],
  ] as const) {
    expect(() => load(...good, item("c", image))).toThrow(
      new RegExp(`business\\.yaml:9 catalog\\.items\\.2\\.image: .*${problem}`),
    );
  }
});
