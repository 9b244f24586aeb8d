import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";
import type { InfoState } from "./info-state.ts";

/** A pause so long begins another conversation. */
const sessionMs = 6 * 3_600_000;
const greetsFirst =
  /^\W*(?:h+o+l+a+s?|holi+s?|buen(?:os|as) (?:dias|tardes|noches)|buen dia|buenas|que tal|saludos|hi+|hello+|hey+|good (?:morning|afternoon|evening))\b/;

/** A greeting: by the time of day at first, shorter in the same conversation. */
export function greet(state: InfoState, { turn, known }: Question): InfoAnswer {
  const named = nameOf(turn.profileName);
  const { language, now } = turn;
  if (state.greetedAtMs === 0) {
    const { minutes } = known.calendar.localOf(now);
    const part = minutes < 12 * 60 ? "morning" : minutes < 19 * 60 ? "afternoon" : "evening";
    return { replies: [text(words(known, language, "greeting", { part, ...named }))] };
  }
  const key = now - state.lastAtMs < sessionMs ? "greeting-again" : "greeting-back";
  return { replies: [text(words(known, language, key, named))] };
}

/** The first words of the answer to a message that greets before it asks; empty within a conversation. */
export function helloBefore(state: InfoState, { turn, known, read }: Question): string {
  if (state.lastAtMs !== 0 && turn.now - state.lastAtMs < sessionMs) return "";
  return greetsFirst.test(read.folded) ? words(known, turn.language, "hello", nameOf(turn.profileName)) : "";
}

/** The first name, if the profile's looks like one. */
export function nameOf(profileName: string | undefined): { name?: string } {
  const [first = ""] = (profileName ?? "").trim().split(/\s+/);
  if (!/^\p{L}{2,20}$/u.test(first)) return {};
  return {
    name:
      first.charAt(0).toUpperCase() + (first === first.toUpperCase() ? first.slice(1).toLowerCase() : first.slice(1)),
  };
}
