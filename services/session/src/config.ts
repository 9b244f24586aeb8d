import { z } from "zod";

/** Session's own variables: none yet beyond those every service has (NATS, prefix, partitions, log level, metrics port). */
export const SessionConfig = z.object({});
export type SessionConfig = z.infer<typeof SessionConfig>;
