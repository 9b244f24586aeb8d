import { kvStream, kvSubject } from "@parley/contract/names";
import { getLastMany } from "@parley/jetstream/direct-get";
import { z } from "zod";
import { readJsonValue, type Store } from "./store.ts";

/** A replica's heartbeat in the members bucket; it may say more than this. */
const Heartbeat = z.looseObject({ owned: z.array(z.number()).default([]), at: z.number().optional() });

export type Member = z.infer<typeof Heartbeat> & { service: string; replica: string };

/** The replicas that are alive: a heartbeat that stops is gone after two seconds. */
export async function loadMembers({ nc, names }: Pick<Store, "nc" | "names">): Promise<Member[]> {
  const prefix = kvSubject(names.membersBucket, "");
  const stored = await getLastMany(nc, kvStream(names.membersBucket), [`${prefix}>`]);
  return stored.flatMap((message) => {
    const heartbeat = Heartbeat.safeParse(readJsonValue(message));
    const [service, ...replica] = message.subject.slice(prefix.length).split(".");
    if (!heartbeat.success || service === undefined || replica.length === 0) return [];
    return [{ ...heartbeat.data, service, replica: replica.join(".") }];
  });
}

/** Service -> the replica that says it owns the partition. */
export function ownersOf(members: readonly Member[], partition: number): Record<string, string> {
  const owning = members.filter((member) => member.owned.includes(partition));
  return Object.fromEntries(owning.map(({ service, replica }) => [service, replica]));
}
