import type { ServiceName } from "@parley/contract/names";
import { readBy, readers } from "@parley/contract/topology";
import { type ActorService, type ActorServiceOptions, startActorService } from "@parley/jetstream/actor-service";
import type { Platform } from "./platform.ts";

/** Starts one of Parley's services at its place in the topology. Its dead letters go to resilience, which stores its own. */
export function startChatService(
  { runtime }: Platform,
  service: ServiceName,
  run: ActorServiceOptions["run"],
  more: Pick<ActorServiceOptions, "limits" | "retry"> = {},
): Promise<ActorService> {
  return startActorService(runtime, {
    service,
    run,
    reads: readers[service],
    readBy: readBy(service),
    deadLettersTo: "resilience",
    ...more,
  });
}
