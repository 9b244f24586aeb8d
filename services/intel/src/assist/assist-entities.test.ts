import { llmOff } from "@parley/llm/llm";
import type { Entity } from "@parley/nlu/entity";
import { readText } from "@parley/nlu/text";
import { expect, test } from "vitest";
import { aModel, failures } from "./assist.fixture.ts";
import { assistEntities } from "./assist-entities.ts";

const ask = (original: string, entities: readonly Entity[] = []) => ({
  text: readText(original),
  entities,
  chat: "100~1",
});
const local = (type: string, text: string, [start, confidence]: [number, number]): Entity => ({
  type,
  text,
  start,
  end: start + text.length,
  value: text,
  confidence,
  source: "cue",
});

test("a name the local path missed is found where it stands, title in the span and not in the value", async () => {
  const original = "hola, 🙂 soy doña Xóchitl Ñáñez, mandan a Tlalpujahua?";
  const { llm } = await aModel({
    names: [
      { type: "person", text: "doña Xóchitl Ñáñez" },
      { type: "location", text: "Tlalpujahua" },
    ],
  });
  const found = await assistEntities(llm)(ask(original));
  expect(found).toEqual([
    expect.objectContaining({ type: "person", value: "Xóchitl Ñáñez", source: "llm", start: 13 }),
    expect.objectContaining({ type: "location", value: "Tlalpujahua" }),
  ]);
  for (const { start, end, text } of found ?? []) expect(original.slice(start, end)).toBe(text);
});

test("what does not stand literally in the text, or only inside a word, does not count", async () => {
  const { llm } = await aModel({
    names: [
      { type: "person", text: "Ana García" },
      { type: "person", text: "Ana" },
      { type: "location", text: " " },
      { type: "org", text: "123" },
    ],
  });
  expect(await assistEntities(llm)(ask("soy Anabelén y vivo en 123"))).toBeUndefined();
});

test("a name said twice is found at both places, and a third claim of it is not", async () => {
  const named = { type: "person", text: "Itzel" };
  const { llm } = await aModel({ names: [named, named, named] });
  const found = await assistEntities(llm)(ask("soy Itzel, Itzel Q."));
  expect(found?.map(({ start }) => start)).toEqual([4, 11]);
});

test("sure local finds stay, doubtful names give way to the model's", async () => {
  const original = "my name is Rio Verde, 555 1234567";
  const { llm } = await aModel({
    names: [
      { type: "person", text: "Rio Verde" },
      { type: "org", text: "Verde, 555" },
    ],
  });
  const doubtful = local("location", "Rio Verde", [11, 0.5]);
  const phone = local("phone", "555 1234567", [22, 0.9]);
  const found = await assistEntities(llm)(ask(original, [doubtful, phone]));
  expect(found?.map(({ type }) => type)).toEqual(["person", "phone"]);
});

test("the model is not asked when nothing hints at a name, or the names are sure", async () => {
  const { server, llm } = await aModel({ names: [] });
  expect(await assistEntities(llm)(ask("cuanto cuesta el pastel grande?"))).toBeUndefined();
  expect(await assistEntities(llm)(ask("soy Laura", [local("person", "Laura", [4, 0.95])]))).toBeUndefined();
  expect(server.requests).toHaveLength(0);
});

test("without a model, or when it fails, the local finds are all there is", async () => {
  expect(await assistEntities(llmOff)(ask("soy Xitlali"))).toBeUndefined();
  for (const failure of failures) {
    const { server, llm } = await aModel();
    server.play(failure);
    expect(await assistEntities(llm)(ask("soy Xitlali"))).toBeUndefined();
  }
});

test("a text full of a name's beginnings costs little", async () => {
  const original = `soy ${"a".repeat(4_000)}`;
  const names = Array.from({ length: 12 }, () => ({ type: "person", text: "a".repeat(100) }));
  const { llm } = await aModel({ names });
  expect(await assistEntities(llm)(ask(original))).toBeUndefined();
});
