import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";
import type { InfoState } from "./info-state.ts";

/** Nothing answers the turn: says what can be done, and offers a person where that is no help. */
export function unanswered({ failures }: InfoState, question: Question): InfoAnswer {
  const { turn, known } = question;
  const { name, accepted } = turn.intent;
  const { whenFailed } = known.business.handover;
  if (whenFailed > 0 && failures >= whenFailed) {
    return { replies: [], handOver: { reason: "nobody understood several messages in a row" } };
  }
  if (turn.suggestion !== undefined) return { replies: [text(turn.suggestion)] };
  if (accepted && name === "oos" && failures === 0) {
    return { replies: [text(words(known, turn.language, "out-of-scope"))], failed: true };
  }
  // A question that was understood as one has no answer here: other words would not help.
  const isQuestion = accepted && name !== "oos";
  if (failures === 0 && !isQuestion) return { replies: [text(words(known, turn.language, "fallback"))], failed: true };
  return offerPerson(question);
}

function offerPerson({ turn, known }: Question): InfoAnswer {
  const yes = { id: "info:person", title: words(known, turn.language, "option-yes") };
  const no = { id: "info:stay", title: words(known, turn.language, "option-no") };
  const options = [yes, no].map(({ id, title }) => ({ value: id, label: title }));
  return {
    replies: [{ kind: "buttons", body: words(known, turn.language, "no-answer"), buttons: [yes, no] }],
    asks: [{ id: "info-person", slot: "info_person", type: "choice", options }],
    offered: "person",
    failed: true,
  };
}
