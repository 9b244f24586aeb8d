import { fileURLToPath } from "node:url";
import { loadBusiness } from "@parley/business/load";
import { readText } from "@parley/nlu/text";
import { expect, test } from "vitest";
import { createKnown } from "../../known.ts";
import { aTurn } from "../commerce/turn.fixture.ts";
import { categoryOf } from "./ticket-category.ts";

const file = fileURLToPath(new URL("../../../../../deploy/demo/business.yaml", import.meta.url));
const known = createKnown(loadBusiness(file));

test.each([
  ["the rolls were burnt", "quality"],
  ["las orejas llegaron durísimas", "quality"],
  ["la sopa estaba fría", "quality"],
  ["they charged my card twice", "charge"],
  ["me cobraron otra vez de más", "charge"],
  ["el repartidor fue muy grosero", "service"],
])("“%s” is about %s, in whichever form the words of the file are", (text, category) => {
  const said = { turn: aTurn({ text }), known, read: readText(text) };
  expect(categoryOf(text, said)).toMatchObject({ category: { id: category }, fits: true });
});

test("what fits no category goes to the last one", () => {
  const text = "no me gustó la música";
  const said = { turn: aTurn({ text }), known, read: readText(text) };
  expect(categoryOf(text, said)).toMatchObject({ category: { id: "other" }, fits: false });
});
