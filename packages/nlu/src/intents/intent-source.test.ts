import { expect, test } from "vitest";
import { createIntentSource } from "./intent-source.ts";
import { type IntentExample, trainIntents } from "./train-intents.ts";

const shop: IntentExample[] = [
  { text: "hola", intent: "greeting" },
  { text: "cuánto cuesta", intent: "price" },
];
const hotel: IntentExample[] = [...shop, { text: "a qué hora es el check in", intent: "check_in" }];
const train = async (examples: readonly IntentExample[]) => trainIntents(examples);

test("new examples count once their model is ready", async () => {
  const source = await createIntentSource(shop, train);
  expect(source.classify("hora del check in").name).not.toBe("check_in");
  expect(await source.update(hotel)).toBe("swapped");
  expect(source.classify("hora del check in").name).toBe("check_in");
});

test("while training runs the old model answers, and a later update wins", async () => {
  const gates: (() => void)[] = [];
  const gated = async (examples: readonly IntentExample[]) => {
    if (examples !== shop) await new Promise<void>((open) => gates.push(open));
    return trainIntents(examples);
  };
  const source = await createIntentSource(shop, gated);
  const first = source.update([...hotel]);
  const second = source.update(hotel);
  expect(source.classify("hola").name).toBe("greeting");
  for (const open of gates) open();
  expect(await Promise.all([first, second])).toEqual(["superseded", "swapped"]);
});

test("a training that fails leaves the old model in place", async () => {
  const source = await createIntentSource(shop, train);
  await expect(source.update([])).rejects.toThrow(RangeError);
  expect(source.classify("hola").name).toBe("greeting");
});

test("after stop a training under way changes nothing", async () => {
  const source = await createIntentSource(shop, train);
  const update = source.update(hotel);
  source.stop();
  expect(await update).toBe("superseded");
});
