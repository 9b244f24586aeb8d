import { shopIntents } from "@parley/nlu/intents/shop-intents";
import { expect, test } from "vitest";
import { standardIntentNames } from "./standard-intents.ts";

test("the standard intents are those the classifier knows", () => {
  expect([...standardIntentNames].sort()).toEqual(shopIntents.map(({ name }) => name).sort());
});
