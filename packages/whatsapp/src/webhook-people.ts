import { escapeToken } from "@parley/contract/ids";
import { type Identity, isBsuid, phoneDigits, plainUsername } from "./identity.ts";
import { idOf, isObject, type JsonObject, listOf, objectOf, present, textOf } from "./json.ts";

/** One entry of `contacts[]`. */
export type Profile = { waId?: string; bsuid?: string; parentBsuid?: string; username?: string; name?: string };

type Person = Pick<Identity, "phone" | "bsuid" | "parentBsuid">;

export function readProfiles(contacts: unknown): Profile[] {
  return listOf(contacts)
    .filter(isObject)
    .map((contact) => {
      const profile = objectOf(contact.profile);
      const waId = idOf(contact.wa_id);
      const username = textOf(profile?.username);
      return present<Profile>({
        waId: waId === undefined ? undefined : phoneDigits(waId),
        bsuid: idOf(contact.user_id),
        parentBsuid: idOf(contact.parent_user_id),
        username: username === undefined ? undefined : textOf(plainUsername(username)),
        name: textOf(profile?.name),
      });
    });
}

/** Phone and BSUIDs under three field names; a BSUID written into the phone's field is taken for what it is. */
export function readPerson(fields: JsonObject, phone: string, bsuid: string, parentBsuid: string): Person {
  const written = idOf(fields[phone]);
  const swapped = written !== undefined && isBsuid(written);
  return present<Person>({
    phone: written === undefined || swapped ? undefined : phoneDigits(written),
    bsuid: idOf(fields[bsuid]) ?? (swapped ? written : undefined),
    parentBsuid: idOf(fields[parentBsuid]),
  });
}

/**
 * The profile of this person. Without any id in the element, the only profile there is; never one whose ids differ, because a wrong
 * match would join two people's chats for good.
 */
export function profileOf(person: Person, profiles: readonly Profile[]): Profile | undefined {
  if (person.phone === undefined && person.bsuid === undefined && person.parentBsuid === undefined) {
    return profiles.length === 1 ? profiles[0] : undefined;
  }
  return profiles.find(
    (profile) =>
      same(profile.waId, person.phone) ||
      same(profile.bsuid, person.bsuid) ||
      same(profile.parentBsuid, person.parentBsuid),
  );
}

/** What the element and its profile say together. */
export function identityOf(person: Person, profile: Profile | undefined, group: string | undefined): Identity {
  return present<Identity>({
    phone: person.phone ?? profile?.waId,
    waId: profile?.waId,
    bsuid: person.bsuid ?? profile?.bsuid,
    parentBsuid: person.parentBsuid ?? profile?.parentBsuid,
    username: profile?.username,
    group,
  });
}

/** The person's id in a group: phone, else BSUID. */
export function speakerOf(identity: Identity): string | undefined {
  return identity.phone ?? identity.waId ?? identity.bsuid ?? identity.parentBsuid;
}

/** False for an id that no chat could be named after: `contract/ids` bounds both halves of a chat. */
export function fitsChat(contact: string, longestToken = 512): boolean {
  return contact.length <= longestToken && escapeToken(contact).length <= longestToken;
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
