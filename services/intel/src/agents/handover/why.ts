export type Why = "asked" | "angry" | "failed" | "intent" | "other";

const ofRouter: Readonly<Record<string, Why>> = {
  "asked-for-person": "asked",
  "handed-over": "asked",
  anger: "angry",
  "repeated-failure": "failed",
  intent: "intent",
  task: "intent",
  answer: "intent",
};

/** The kind of a hand-over by its reason: one of the router's, or an agent's own words. */
export function whyOf(reason: string): Why {
  const [first = reason] = reason.split(";");
  return ofRouter[first.trim()] ?? "other";
}
