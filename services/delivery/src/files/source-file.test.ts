import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PermanentError } from "@parley/contract/errors";
import { expect, onTestFinished, test } from "vitest";
import { anOrder } from "../receipt/order.fixture.ts";
import { png } from "./files.fixture.ts";
import { openSource, type Sources } from "./source-file.ts";

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function someSources(stored = new Map<string, Uint8Array>()): Sources {
  const folder = mkdtempSync(join(tmpdir(), "parley-source-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "cake.png"), png);
  writeFileSync(join(folder, "menu.pdf"), "%PDF");
  return {
    folder,
    stored: async (sha256) => {
      const bytes = stored.get(sha256);
      return bytes && { sizeBytes: bytes.length, read: async () => stored.get(sha256) };
    },
    receipt: async ({ number }) => Buffer.from(`%PDF ${number}`),
  };
}

test("a path is a file below the business's folder, its type by what it holds", async () => {
  const sources = someSources();
  const cake = await openSource({ kind: "image", source: { path: "cake.png" } }, sources);
  expect(cake).toMatchObject({ kind: "image", sha256: hash(png), sizeBytes: png.length });
  expect(await cake.read()).toEqual({ bytes: png, mimeType: "image/png" });
  const menu = await openSource({ kind: "document", filename: "Menú.pdf", source: { path: "menu.pdf" } }, sources);
  expect(menu.filename).toBe("Menú.pdf");
  expect(await menu.read()).toMatchObject({ mimeType: "application/pdf" });
  for (const path of ["none.png", "../cake.png", "/etc/hosts"]) {
    await expect(openSource({ kind: "image", source: { path } }, sources)).rejects.toMatchObject({
      name: "PermanentError",
      code: "media.gone",
    });
  }
});

test("a stored file is known by its hash and only read when it must be", async () => {
  const stored = new Map([[hash(png), png]]);
  const sources = someSources(stored);
  const source = { sha256: hash(png), mimeType: "image/jpeg" };
  const file = await openSource({ kind: "image", source }, sources);
  expect(await file.read()).toEqual({ bytes: png, mimeType: "image/png" });
  stored.clear();
  await expect(file.read()).rejects.toThrow(PermanentError);
  await expect(openSource({ kind: "image", source }, sources)).rejects.toMatchObject({ code: "media.gone" });
});

test("an order becomes its receipt", async () => {
  const order = anOrder();
  const file = await openSource({ kind: "document", filename: "P.pdf", source: { order } }, someSources());
  expect(await file.read()).toEqual({ bytes: Buffer.from("%PDF P-1042"), mimeType: "application/pdf" });
});
