import { fnv1a } from "@parley/contract/partition";

/** Rendezvous hashing with a bound: each replica gets its share (± 1), and a replica that joins or leaves moves only about 1/N. */
export function assign(partitions: number, replicas: readonly string[]): Map<number, string> {
  const owners = new Map<number, string>();
  if (replicas.length === 0) return owners;
  const room = new Map(replicas.map((replica) => [replica, Math.ceil(partitions / replicas.length)]));
  // Every wish, strongest first; a full replica passes its partition to the next wish.
  const wishes = Array.from({ length: partitions }, (_, partition) =>
    replicas.map((replica) => ({ partition, replica, weight: mix(fnv1a(`${replica}/${partition}`)) })),
  ).flat();
  wishes.sort((a, b) => b.weight - a.weight || a.partition - b.partition || (a.replica < b.replica ? -1 : 1));
  for (const { partition, replica } of wishes) {
    const left = room.get(replica) ?? 0;
    if (left === 0 || owners.has(partition)) continue;
    owners.set(partition, replica);
    room.set(replica, left - 1);
  }
  return owners;
}

/** FNV-1a leaves similar texts close together; this finaliser (murmur3) spreads them. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
