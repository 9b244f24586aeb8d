import type { Reply } from "@parley/contract/reply";
import type { Asked } from "@parley/nlu/flow/dialogue";
import type { Text } from "@parley/nlu/text";
import type { Known } from "../../known.ts";
import type { AgentTurn } from "../agent-turn.ts";
import type { InfoTopic } from "./info-state.ts";

/** A turn with what is needed to answer it. */
export type Question = { turn: AgentTurn; known: Known; read: Text };

/** What one part of the agent has to say; undefined where it has nothing. */
export type InfoAnswer = {
  replies: readonly Reply[];
  topic?: InfoTopic;
  asks?: readonly Asked[];
  offered?: "answers" | "person";
  handOver?: { reason: string };
  failed?: true;
};
