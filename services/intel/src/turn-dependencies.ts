import type { AgentRegistry } from "./agents/registry.ts";
import type { Engines } from "./engines.ts";

/** What turns are taken with. */
export type TurnDependencies = {
  engines: Engines;
  registry: AgentRegistry;
  /** A late turn older than this is understood but not answered, ms. */
  lateReplyWithinMs: number;
};
