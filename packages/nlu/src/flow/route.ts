import type { DialogueState } from "./dialogue.ts";
import type { ClassifiedIntent, TurnReading } from "./read-turn.ts";

/** The tone of a turn; `score` from -1 (worst) to 1. */
export type Tone = { label: string; score: number; emotion?: string };

export type RouterInput = {
  reading: TurnReading;
  /** The dialogue after the turn was read. */
  dialogue: DialogueState;
  classified: ClassifiedIntent;
  tone?: Tone;
  /** What was said; only a router that asks a model needs it. */
  text?: string;
};

export const routeReasons = [
  "handed-over",
  "asked-for-person",
  "anger",
  "repeated-failure",
  "answer",
  "task",
  "closing",
  "intent",
  "unsure",
  "model",
] as const;

/** Who answers a turn. `confidence` 0 to 1; `agent` is absent where the lane has none. */
export type RouterDecision = {
  lane: string;
  intent: string;
  agent?: string;
  reason: (typeof routeReasons)[number];
  confidence: number;
};

/** Decides the lane of a turn. The rules answer at once, a model later; both keep the same promise. */
export type Router = (input: RouterInput) => RouterDecision | Promise<RouterDecision>;

export type RouteRules = {
  /** The agent of each lane; the lane's own name where it is absent. */
  agents?: Readonly<Record<string, string>>;
  humanLane?: string;
  /** The lane of what nobody understands. */
  fallbackLane?: string;
  /** A single turn as bad as this, with anger in it, goes to a person. */
  strongAnger?: number;
  /** A tone as bad as this counts as angry; so many in a row go to a person. */
  badTone?: number;
  angryTurns?: number;
  /** So many turns in a row that nobody understood go to a person. */
  unclearTurns?: number;
};

export const defaultRules: Required<RouteRules> = {
  agents: {},
  humanLane: "human",
  fallbackLane: "info",
  strongAnger: -0.85,
  badTone: -0.5,
  angryTurns: 2,
  unclearTurns: 3,
};

/** The dialogue with the tone of the turn counted: how often in a row it was bad. Call once per turn, before `routeTurn`. */
export function noteTone(state: DialogueState, tone: Tone | undefined, rules: RouteRules = {}): DialogueState {
  const bad = tone !== undefined && isAngry(tone, { ...defaultRules, ...rules }.badTone);
  const angry = bad ? state.angry + 1 : 0;
  return angry === state.angry ? state : { ...state, angry };
}

function isAngry({ score, emotion }: Tone, atMost: number): boolean {
  return score <= atMost && (emotion === undefined || /^(?:anger|disgust|none|others?)$/.test(emotion));
}

/** The lane by rules alone: a person who has the chat or is asked for, anger, repeated failure, then the task and the intent. */
export function routeTurn(input: RouterInput, rules: RouteRules = {}): RouterDecision {
  const settings = { ...defaultRules, ...rules };
  const { reading } = input;
  const decide = (lane: string, reason: RouterDecision["reason"], confidence: number): RouterDecision => {
    const agent = settings.agents[lane] ?? lane;
    return { lane, intent: reading.intent.name, agent, reason, confidence };
  };
  const human = escalation(input, settings);
  if (human !== undefined) return decide(settings.humanLane, human.reason, human.confidence);
  const { source, name, confidence } = reading.intent;
  if (source === "answer") return decide(reading.lane, "answer", confidence);
  if (source === "task") return decide(reading.lane, "task", confidence);
  if (name === "thanks" || name === "goodbye") return decide(reading.lane, "closing", confidence);
  if (source === "classifier" && !input.classified.accepted)
    return decide(runningLane(input) ?? settings.fallbackLane, "unsure", confidence);
  return decide(reading.lane, "intent", confidence);
}

function escalation(
  { reading, dialogue, tone, classified }: RouterInput,
  settings: Required<RouteRules>,
): { reason: RouterDecision["reason"]; confidence: number } | undefined {
  const guessed = reading.intent.source === "classifier" && !classified.accepted;
  if (reading.intent.name === "human_agent" && !guessed)
    return { reason: "asked-for-person", confidence: reading.intent.confidence };
  if (dialogue.handover !== "none") return { reason: "handed-over", confidence: 1 };
  const strong = tone?.emotion === "anger" && tone.score <= settings.strongAnger;
  if (strong || dialogue.angry >= settings.angryTurns) return { reason: "anger", confidence: 0.9 };
  if (dialogue.unclear >= settings.unclearTurns) return { reason: "repeated-failure", confidence: 0.9 };
  return undefined;
}

/** The lane of the task that still waits for answers keeps a turn nobody understands. */
function runningLane({ reading, dialogue }: RouterInput): string | undefined {
  return dialogue.open.length > 0 ? reading.lane : undefined;
}
