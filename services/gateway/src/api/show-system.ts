import { actorServices } from "@parley/contract/names";
import { streamState } from "@parley/jetstream/stream-info";
import { type Handler, json } from "../http-request.ts";
import { loadMembers, type Member } from "./members.ts";
import type { Store } from "./store.ts";

/** `GET /api/system`: who is alive, who owns which partition, and how much is stored for each service. */
export function showSystem(store: Store): Handler {
  return async () => {
    const members = await loadMembers(store);
    const known = [...new Set([...actorServices, ...members.map((member) => member.service)])];
    const services = await Promise.all(known.map((service) => describe(store, service, members)));
    return json(200, { partitions: store.partitions, services });
  };
}

async function describe({ nc, names, partitions }: Store, service: string, members: readonly Member[]) {
  const replicas = members.filter((member) => member.service === service);
  const owners: Record<string, string> = {};
  for (const { replica, owned } of replicas) for (const partition of owned) owners[partition] = replica;
  const all = Array.from({ length: partitions }, (_, partition) => partition);
  const stored = async (stream: string) => {
    const { messages, bytes } = await streamState(nc, stream);
    return { messages, bytes };
  };
  const hasStreams = actorServices.some((name) => name === service);
  const [inbox, journal] = hasStreams
    ? await Promise.all([stored(names.inboxStream(service)), stored(names.journalStream(service))])
    : [];
  return {
    service,
    replicas: replicas.map(({ service: _, ...replica }) => replica),
    owners,
    unowned: all.filter((partition) => owners[partition] === undefined),
    /** Not the lag: a stream also holds what is handled but not purged yet. A service without actors has none. */
    stored: { ...(inbox ? { inbox } : {}), ...(journal ? { journal } : {}) },
  };
}
