/** What one webhook element says about who the other side is. Every part may be absent since 2026. */
export type Identity = {
  /** Digits, from `from` or `recipient_id`. */
  phone?: string;
  /** WhatsApp's own form of the phone; differs from `phone` in Brazil and Mexico. */
  waId?: string;
  /**
   * Business-scoped user id, `US.<alphanumeric>`. Meta scopes it to the business portfolio, so all accounts of one installation see the
   * same id for the same person: it is used as it is, without the account.
   */
  bsuid?: string;
  /** The id that several linked portfolios share, `US.ENT.<alphanumeric>`. */
  parentBsuid?: string;
  group?: string;
  /** Without `@`. A name to show, never an id: people change and reuse it. */
  username?: string;
};

export type Alias = { id: string; contact: string };

/** Who the element is about, and the aliases to store so that the same person keeps this contact later. */
export type CanonicalContact = { contact: string; learn: Alias[] };

/**
 * The one contact behind an identity. `lookup` gives the contact an id was stored under. A group is its own contact, whoever speaks
 * in it. Otherwise a known id decides, then the phone, then the BSUID. Undefined when there is no id at all.
 *
 * A phone that stands for itself is never stored: it is what the rule takes anyway. A BSUID that stands for itself is, or the phone
 * that comes later would open a second chat.
 */
export function canonicalContact(
  identity: Identity,
  lookup: (id: string) => string | undefined,
): CanonicalContact | undefined {
  if (identity.group !== undefined) return { contact: identity.group, learn: [] };
  const phones = [identity.phone, identity.waId].filter((id) => id !== undefined);
  const ids = [...new Set([...phones, ...[identity.bsuid, identity.parentBsuid].filter((id) => id !== undefined)])];
  const known = ids.map((id) => lookup(id));
  const contact = known.find((found) => found !== undefined) ?? ids[0];
  if (contact === undefined) return undefined;
  const learn = ids
    .filter((id, at) => known[at] === undefined && !(id === contact && phones.includes(id)))
    .map((id) => ({ id, contact }));
  return { contact, learn };
}

const bsuidForm = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;
const phoneForm = /^\+?[\d\s().-]+$/;

export function isBsuid(id: string): boolean {
  return bsuidForm.test(id);
}

/** The digits of a phone as Meta or a person writes it; other text stays as it is. */
export function phoneDigits(text: string): string {
  return phoneForm.test(text) && /\d/.test(text) ? text.replace(/\D/g, "") : text;
}

/** A username without the `@` that some payloads carry. */
export function plainUsername(text: string): string {
  return text.replace(/^@+/, "");
}
