import { expect, test } from "vitest";
import { signatureMatches, signBody } from "./signature.ts";

const body = Buffer.from('{"text":"ma\\u00f1ana, mañana"}');

test("a body signed with the app's secret matches", () => {
  expect(signatureMatches("secret", body, signBody("secret", body))).toBe(true);
  expect(signatureMatches("secret", body, signBody("secret", body).toUpperCase().replace("SHA", "sha"))).toBe(true);
});

test("the signature is Meta's: HMAC-SHA256 in hex after sha256=", () => {
  const known = "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";
  expect(signBody("key", Buffer.from("The quick brown fox jumps over the lazy dog"))).toBe(known);
});

test("another secret, another byte, or a header of another form does not match", () => {
  const header = signBody("secret", body);
  expect(signatureMatches("other", body, header)).toBe(false);
  expect(signatureMatches("secret", Buffer.from('{"text":"mañana, mañana"}'), header)).toBe(false);
  for (const wrong of [
    undefined,
    "",
    "sha256=",
    "sha1=00",
    header.slice(0, -1),
    `${header}0`,
    `sha256=${"zz".repeat(32)}`,
  ]) {
    expect(signatureMatches("secret", body, wrong)).toBe(false);
  }
});

test("without a secret nothing matches, not even a body signed with the empty one", () => {
  expect(signatureMatches("", body, signBody("", body))).toBe(false);
});
