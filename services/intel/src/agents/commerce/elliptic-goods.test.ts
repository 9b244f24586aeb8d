import { fileURLToPath } from "node:url";
import { loadBusiness } from "@parley/business/load";
import { expect, test } from "vitest";
import { createKnown } from "../../known.ts";
import { itemMeant } from "./elliptic-goods.ts";

const file = fileURLToPath(new URL("../../../../../deploy/demo/business.yaml", import.meta.url));
const known = createKnown(loadBusiness(file));

test.each([
  ["de azúcar", "dona-chocolate", "dona-azucar"],
  ["de chocolate", "concha-vainilla", "concha-chocolate"],
  ["almond", "cuernito", "cuernito-almendra"],
  ["de jamón", "dona-chocolate", undefined],
  ["de esas", "dona-chocolate", undefined],
])("“%s” after %s is %s", (said, before, item) => {
  expect(itemMeant({ quantity: 6, said, before, act: "add" }, known)).toBe(item);
});
