import type { Asked } from "./dialogue.ts";

/** A conversation with what a careful reader would say of each customer's turn; for tests. */
export type ScriptedConversation = {
  name: string;
  region: "MX" | "AR" | "CO" | "ES" | "US" | "GB" | "IN";
  forms: Record<string, Record<string, string>>;
  turns: ScriptedTurn[];
};
export type ScriptedTurn =
  | { from: "bot" | "agent"; text: string; asks: Asked[] }
  | { from: "customer"; text: string; right: Right; replyTo?: number; hoursLater?: number };
export type Right = {
  /** Thread, topic and lane: `"t1 booking commerce"`. */
  place: string;
  intent?: string;
  /** Ids of the questions that the turn answers and of those still open, with spaces between. */
  answers?: string;
  open?: string;
  /** A list holds every value that is right. */
  slots?: Record<string, string | string[]>;
};

export function ask(id: string, slot: string, type: string, ...options: string[]): Asked {
  const pairs = options.map((option) => {
    const [label = "", value = label] = option.split("=");
    return { label, value };
  });
  return pairs.length === 0 ? { id, slot, type } : { id, slot, type, options: pairs };
}

export function bot(text: string, ...asks: Asked[]): ScriptedTurn {
  return { from: "bot", text, asks };
}

export function agent(text: string, ...asks: Asked[]): ScriptedTurn {
  return { from: "agent", text, asks };
}

export function me(
  text: string,
  place: string,
  right: Omit<Right, "place"> & { replyTo?: number; hoursLater?: number } = {},
): ScriptedTurn {
  const { replyTo, hoursLater, ...rest } = right;
  return {
    from: "customer",
    text,
    right: { place, ...rest },
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(hoursLater === undefined ? {} : { hoursLater }),
  };
}
