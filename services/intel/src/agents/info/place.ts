import { renderAnswer } from "@parley/business/replies";
import type { Reply } from "@parley/contract/reply";
import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";

/** Where the business is: in words with the way there, and as a place to tap. */
export function answerPlace({ turn, known }: Question): InfoAnswer {
  const { address, name } = known.business;
  if (address === undefined) return { replies: [text(words(known, turn.language, "location-unknown"))] };
  const directions =
    address.directions === undefined
      ? {}
      : { directions: renderAnswer(known.texts, address.directions, turn.language) };
  const replies: Reply[] = [text(words(known, turn.language, "location", directions))];
  const { latitude, longitude } = address;
  if (latitude !== undefined && longitude !== undefined) {
    replies.push({ kind: "location", latitude, longitude, name, address: address.text });
  }
  return { replies };
}

/** Telephone, e-mail and website, as far as they are told. */
export function answerContact({ turn, known }: Question): InfoAnswer {
  const told = Object.values(known.business.contact).some((value) => value !== undefined);
  return { replies: [text(words(known, turn.language, told ? "contact" : "contact-none"))] };
}
