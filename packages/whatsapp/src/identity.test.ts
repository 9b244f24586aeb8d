import { expect, test } from "vitest";
import { canonicalContact, type Identity, phoneDigits } from "./identity.ts";

const phone = "34600000001";
const bsuid = "ES.700000000000000001";

test("a contact known by phone alone needs no alias", () => {
  expect(rememberAll([{ phone, waId: phone }])).toEqual({ contacts: [phone], aliases: {} });
});

test("a contact first seen by BSUID alone stays one chat when the phone comes", () => {
  const { contacts } = rememberAll([{ bsuid }, { phone, waId: phone, bsuid }, { phone }, { bsuid }]);
  expect(contacts).toEqual([bsuid, bsuid, bsuid, bsuid]);
});

test("a contact first seen by phone stays one chat when only the BSUID is left", () => {
  const { contacts, aliases } = rememberAll([{ phone }, { phone, bsuid }, { bsuid }, { phone }]);
  expect(contacts).toEqual([phone, phone, phone, phone]);
  expect(aliases).toEqual({ [bsuid]: phone });
});

test("WhatsApp's own form of a phone is the same contact", () => {
  expect(rememberAll([{ phone: "5511999990000", waId: "551199990000" }, { phone: "551199990000" }]).contacts).toEqual([
    "5511999990000",
    "5511999990000",
  ]);
});

test("a parent BSUID finds the contact that was stored under it", () => {
  const parentBsuid = "ES.ENT.800000000000000001";
  expect(
    rememberAll([
      { bsuid, parentBsuid },
      { bsuid: "ES.7000", parentBsuid },
    ]).contacts,
  ).toEqual([bsuid, bsuid]);
});

test("what is said in a group stays in the group, even when the speaker has a chat of his own", () => {
  const known = new Map([[bsuid, phone]]);
  const identity = { group: "Z3JvdXAx", bsuid };
  expect(canonicalContact(identity, (id) => known.get(id))).toEqual({ contact: "Z3JvdXAx", learn: [] });
});

test("a username alone is nobody", () => {
  expect(canonicalContact({ username: "ana" }, () => undefined)).toBeUndefined();
});

test("a phone is its digits, and other text stays", () => {
  expect(phoneDigits("+34 600-000-001")).toBe(phone);
  expect(phoneDigits("PHONE_NUMBER")).toBe("PHONE_NUMBER");
});

function rememberAll(identities: Identity[]) {
  const aliases = new Map<string, string>();
  const contacts = identities.map((identity) => {
    const canonical = canonicalContact(identity, (id) => aliases.get(id));
    for (const { id, contact } of canonical?.learn ?? []) aliases.set(id, contact);
    return canonical?.contact;
  });
  return { contacts, aliases: Object.fromEntries(aliases) };
}
