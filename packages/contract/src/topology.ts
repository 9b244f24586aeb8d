import { actorServices, type ServiceName } from "./names.ts";

/**
 * Who reads whom. A service takes, from each listed journal, the outs addressed to it, partition by partition; all have an
 * inbox too. Retention purges a journal up to its slowest listed reader, so a new reader must be added here first.
 */
export const readers: Record<ServiceName, readonly ServiceName[]> = {
  session: ["resilience"],
  media: ["session", "resilience"],
  intel: ["session", "media", "resilience"],
  delivery: ["intel", "media", "resilience"],
  /** Only asked through its inbox, and answers through intel's: a shelf is shared by chats of every partition. */
  stock: ["resilience"],
  resilience: ["session", "media", "intel", "stock", "delivery"],
};

/** The services that read a service's journal. */
export function readBy(service: ServiceName): ServiceName[] {
  return actorServices.filter((reader) => readers[reader].includes(service));
}
