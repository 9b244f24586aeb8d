import { expect, test } from "vitest";
import { openLedger } from "./product-ledger.ts";

const contact = "5215500000001";
const chat = `1~${contact}`;

function aLedger({ asked }: { asked: number }) {
  const ledger = openLedger("1");
  for (let i = 1; i <= asked; i++) expect(ledger.asked(contact, i * 100)).toBe(i);
  return ledger;
}

test("a reply's latency counts from when its turn was due", () => {
  const ledger = aLedger({ asked: 2 });
  expect(ledger.answered(`${chat}:1/1`, 130)).toBe(30);
  expect(ledger.answered(`${chat}:2/1`, 270)).toBe(70);
  expect(ledger.asked(contact, 300)).toBe(3);
  expect(ledger.counts()).toEqual({ asked: 3, answered: 2 });
  expect(ledger.wrong()).toEqual([]);
});

test.each([
  ["a repeated reply", [`${chat}:1/1`, `${chat}:1/1`]],
  ["a second reply to one turn", [`${chat}:1/1`, `${chat}:1/2`]],
  ["a reply before that of the turn before", [`${chat}:2/1`]],
  ["a reply to a turn nobody asked", [`${chat}:1/1`, `${chat}:2/1`, `${chat}:3/1`]],
  ["a reply to a stranger", ["1~5215500000002:1/1"]],
  ["a reply without an effect id", [""]],
])("%s is wrong", (_, effects) => {
  const ledger = aLedger({ asked: 2 });
  for (const effect of effects) ledger.answered(effect, 1_000);
  expect(ledger.wrong()).toHaveLength(1);
});
