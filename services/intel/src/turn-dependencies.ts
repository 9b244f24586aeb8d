import type { AgentRegistry } from "./agents/registry.ts";
import type { Assist } from "./assist/assist.ts";
import type { Engines } from "./engines.ts";

/** What turns are taken with. */
export type TurnDependencies = {
  engines: Engines;
  registry: AgentRegistry;
  /** The model that is asked where the local path is unsure; absent when none is configured. */
  assist?: Assist | undefined;
  /** A late turn older than this is understood but not answered, ms. */
  lateReplyWithinMs: number;
};
