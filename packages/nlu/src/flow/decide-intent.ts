import type { Thread } from "./dialogue.ts";
import type { Heard, TurnInput, TurnReading } from "./read-turn.ts";
import { leadTopics, standardPlaces } from "./topics.ts";

/** Is a turn without cue words surely about something else than the running task? */
export function isStrong({ intent, places = standardPlaces }: TurnInput, heard: Heard, running: Thread): boolean {
  if (heard.stalling || heard.correction || intent.name === running.task) return false;
  if (heard.said.folded.split(/\s+/).length < (intent.confidence >= 0.9 ? 3 : 4)) return false;
  const topic = places[intent.name]?.topic;
  return (
    intent.accepted &&
    intent.confidence >= 0.75 &&
    topic !== undefined &&
    !leadTopics.has(topic) &&
    topic !== "chat" &&
    intent.name !== "place_order"
  );
}

/** The intent of a turn that answers nothing: cue words where the classifier is not sure, what is wanted where neither knows. */
export function decideIntent({ intent, forms, entities }: TurnInput, heard: Heard): TurnReading["intent"] {
  if (heard.greeting) return { name: "greeting", confidence: 0.95, source: "cue" };
  const sure = intent.accepted && intent.confidence >= 0.8 && heard.said.folded.length > 16;
  const chosen: TurnReading["intent"] =
    heard.cue === undefined || (sure && heard.cue !== "human_agent")
      ? { name: intent.name, confidence: intent.confidence, source: "classifier" }
      : { name: heard.cue, confidence: heard.cue === intent.name ? 0.95 : 0.8, source: "cue" };
  const wanted = chosen.source === "classifier" && !intent.accepted && entities.some(({ type }) => type === "product");
  const timed = entities.some(({ type }) => type === "datetime");
  if (wanted && heard.asks && !timed) return { name: "product_availability", confidence: 0.5, source: "task" };
  if (wanted && (forms.booking ?? forms.order) !== undefined)
    return { name: forms.order === undefined ? "book_appointment" : "place_order", confidence: 0.5, source: "task" };
  // "Can I get a haircut" is a booking where only bookings are taken.
  const books = chosen.name === "place_order" && forms.booking !== undefined && forms.order === undefined;
  return books ? { ...chosen, name: "book_appointment" } : chosen;
}
