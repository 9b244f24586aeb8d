import { expect, test } from "vitest";
import { KeptFiles } from "./kept-files.ts";

const [a = "", b = ""] = ["a".repeat(64), "b".repeat(64)];

test("a file is found by number and hash, while an entry has it", () => {
  const files = new KeptFiles();
  files.take({ id: "1~x.1.1", sha256: a });
  files.take({ id: "1~y.4.1", sha256: a });
  files.take({ id: "12~x.1.1", sha256: a });
  files.take({ id: "1~x.2.1" });
  expect([...files.idsOf("1", a)]).toEqual(["1~x.1.1", "1~y.4.1"]);
  expect([...files.idsOf("1", b)]).toEqual([]);
  files.forget("1~x.1.1");
  files.take({ id: "1~y.4.1", sha256: b });
  expect([...files.idsOf("1", a)]).toEqual([]);
  expect([...files.idsOf("1", b)]).toEqual(["1~y.4.1"]);
});

test("only so many are kept, the oldest go", () => {
  const files = new KeptFiles(2);
  for (const turn of [1, 2, 3]) files.take({ id: `1~x.${turn}.1`, sha256: a });
  expect([...files.idsOf("1", a)]).toEqual(["1~x.2.1", "1~x.3.1"]);
});
