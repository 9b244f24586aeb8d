import { asksForAssistant } from "../handover/asks-for-assistant.ts";
import { text, words } from "../say.ts";
import { capabilitiesText } from "./capabilities.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";

const who =
  /\b(?:eres|sos|es usted|son) (?:un |una |el |la )?(?:bot|robot|maquina|persona|humano|ia|inteligencia artificial|asistente|real)|\bquien (?:eres|sos|es|habla|me atiende)|\bcomo te llamas|\b(?:are|r) (?:you|u) (?:a |an )?(?:bot|robot|human|person|real|ai|machine)|\bwho (?:are you|is this|am i talking)|\b(?:what(?:'s| is)|whats) your name|\btu nombre\b/;
const help =
  /^\W*(?:ayuda(?:me)?|help(?: me)?|opciones|options|info(?:rmacion)?|informes)\W*$|\b(?:que (?:puedes|puede|podes|sabes) hacer|en que (?:me )?(?:puedes|puede|podes) ayudar(?:me)?|que (?:opciones|servicios) (?:hay|tienen|tienes)|what can you (?:do|help)|how does this work|como funciona esto)\b/;
const laughs = /^\W*(?:(?:ja|je|ji|ha|he|jj|js){2,}[jhsa]?|lol|lmao|x+d+|😂|🤣)\W*$/u;
const praise =
  /\b(?:delicios[oa]s?|riquisim[oa]s?|buenisim[oa]s?|excelentes?|me encant\w+|felicidades|felicitaciones|los mejores|la mejor|el mejor|increibles?|amazing|delicious|love (?:it|you|your|the)|the best|great (?:service|job|work)|congrat\w*|awesome|wonderful)\b/;

/** Asks who answers here, or what for. */
export function answerAboutUs(question: Question): InfoAnswer | undefined {
  const { turn, known, read } = question;
  const folded = read.folded.slice(0, 300);
  if (laughs.test(folded)) return { replies: [text(words(known, turn.language, "smalltalk-laugh"))] };
  if (who.test(folded)) return { replies: [text(words(known, turn.language, "smalltalk-who"))] };
  const asked = asksForAssistant(folded) && !/^\W*menu\W*$/.test(folded);
  return asked || help.test(folded) ? { replies: [text(capabilitiesText(turn, known))] } : undefined;
}

/** Small talk that has no other answer. */
export function chat({ turn, known, read }: Question): InfoAnswer {
  const folded = read.folded.slice(0, 300);
  const key = praise.test(folded) ? "smalltalk-compliment" : "smalltalk";
  return { replies: [text(words(known, turn.language, key))] };
}
