/** A number such as `P-4182057` from the id of the turn that made it: the same whenever that turn is handled. */
export function numberOf(prefix: string, turnId: string): string {
  // FNV-1a. Digits only: they can be said on the phone, and the entity extractor knows them behind the prefix.
  let hash = 0x811c9dc5;
  for (let at = 0; at < turnId.length; at++) hash = Math.imul(hash ^ turnId.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return `${prefix}-${1_000_000 + (hash % 9_000_000)}`;
}

/** Whether a customer's spelling ("p4182057", "#4182057") means the number. */
export function isNumber(number: string, said: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const asked = plain(said);
  return asked !== "" && (asked === plain(number) || asked === plain(number.slice(number.indexOf("-"))));
}
