import { expect, test } from "vitest";
import { readOnce } from "./read-once.ts";
import type { ReadResult, ReadStatus } from "./reading/read-result.ts";

const file = { sha256: "ab", bytes: new Uint8Array(1), mimeType: "text/plain" };

function aReader(status: ReadStatus = "ok") {
  const kept = new Map<string, ReadResult>();
  let reads = 0;
  const read = readOnce(
    {
      read: async () => {
        reads += 1;
        return { status, engine: "test", ms: 1 };
      },
    },
    { load: async (key) => kept.get(key), save: async (key, result) => void kept.set(key, result) },
  );
  return { read, reads: () => reads };
}

test("the same file is read once, at the same time and later", async () => {
  const { read, reads } = aReader();
  await Promise.all([read(file), read(file)]);
  await read(file);
  expect(reads()).toBe(1);
});

test("the same bytes with another claim are judged anew", async () => {
  const { read, reads } = aReader("type_mismatch");
  await read(file);
  await read({ ...file, mimeType: "image/png" });
  expect(reads()).toBe(2);
});

test("a note is listened to once for each language that it may be in", async () => {
  const { read, reads } = aReader();
  await read({ ...file, language: "es" });
  await read({ ...file, language: "en" });
  await read({ ...file, language: "es" });
  expect(reads()).toBe(2);
});

test("a file that took too long gets another chance", async () => {
  const { read, reads } = aReader("timeout");
  await read(file);
  await read(file);
  expect(reads()).toBe(2);
});
