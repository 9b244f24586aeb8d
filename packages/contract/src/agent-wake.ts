import { z } from "zod";
import { messageSchema } from "./message.ts";

/** A timer an agent of a chat has set for itself. Intel's own, key = chat. */
export const AgentWake = messageSchema("agent.wake", 1, { agent: z.string(), timer: z.string() });
export type AgentWake = z.infer<typeof AgentWake>;
