import type { Forms } from "@parley/nlu/flow/dialogue";
import type { Known } from "../known.ts";
import type { AgentTurn } from "./agent-turn.ts";
import { type BoundAgent, bindAgent, type StoredAgent } from "./bound-agent.ts";
import { commerceAgent } from "./commerce/commerce.ts";
import { infoAgent } from "./info/info.ts";
import { supportAgent } from "./support/support.ts";

export const agentNames = ["info", "commerce", "support"] as const;
export type AgentName = (typeof agentNames)[number];
/** Each agent's state of one chat. */
export type AgentStates = { readonly [name in AgentName]?: StoredAgent | undefined };

export type AgentRegistry = {
  agents: Readonly<Record<AgentName, BoundAgent>>;
  /** What all agents would like to know now. */
  forms: (states: AgentStates, known: Known) => Forms;
  records: (states: AgentStates) => AgentTurn["records"];
};

export function createAgentRegistry(): AgentRegistry {
  const agents = { info: bindAgent(infoAgent), commerce: bindAgent(commerceAgent), support: bindAgent(supportAgent) };
  return {
    agents,
    forms: (states, known) => {
      const forms: Record<string, Readonly<Record<string, string>>> = {};
      for (const name of agentNames) {
        for (const [topic, slots] of Object.entries(agents[name].forms(states[name], known))) {
          const others = forms[topic];
          forms[topic] = others === undefined ? slots : { ...others, ...slots };
        }
      }
      return forms;
    },
    records: (states) => {
      const all: AgentTurn["records"] = { orders: [], tickets: [] };
      for (const name of agentNames) {
        const { orders = [], tickets = [] } = agents[name].records(states[name]);
        all.orders.push(...orders);
        all.tickets.push(...tickets);
      }
      return all;
    },
  };
}

export function isAgentName(name: string): name is AgentName {
  return agentNames.some((known) => known === name);
}
