import type { AgentTurn } from "../agent-turn.ts";

/** A turn that says nothing in particular. */
export function aTurn(overrides: Partial<AgentTurn> = {}): AgentTurn {
  return {
    id: "100~5215500000001:1",
    chat: "100~5215500000001",
    now: Date.parse("2026-11-24T10:00:00-06:00"),
    language: "es",
    text: "",
    kind: "text",
    intent: { name: "place_order", confidence: 0.9, accepted: true },
    entities: [],
    topic: "order",
    slots: {},
    answered: [],
    open: [],
    correction: false,
    resumed: false,
    sentiment: { label: "neu", score: 0 },
    unclear: 0,
    media: [],
    recent: [],
    records: { orders: [], tickets: [] },
    ...overrides,
  };
}
