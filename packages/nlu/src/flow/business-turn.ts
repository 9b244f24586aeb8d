import { foldWord } from "../text.ts";
import { type Asked, type DialogueState, most, newest, type Question } from "./dialogue.ts";

export type BusinessTurn = {
  messageId?: string;
  text: string;
  from: "bot" | "agent";
  /** What it asks for; a question asked again keeps its id. */
  asks?: readonly Asked[];
};

const handsBack =
  /\b(?:(?:hand(?:ing)?|pass(?:ing)?|transfer(?:ring)?) you (?:back|over to (?:our|the) (?:assistant|bot))|back to (?:our|the) (?:assistant|bot)|(?:te|le|los|lo|la|os) (?:devuelvo|regreso|dejo|paso|vuelvo a pasar|retorno) (?:de nuevo |otra vez |de vuelta )?(?:con|al?) (?:el |nuestro |la |nuestra )?(?:asistente|bot|robot)|(?:our|the) (?:assistant|bot) (?:will|can|is) (?:take|help|continue|back)|(?:el|nuestro) (?:asistente|bot) (?:te|le|os) (?:sigue|seguira|continua|atiende|ayuda)\w*)\b/;
const assistantBack =
  /\b(?:i'm back|i am back|(?:ya )?(?:volvi|estoy de vuelta|estoy de regreso|aca de vuelta|regrese|he vuelto)|(?:soy|aqui|it's) (?:el|tu|su|the|your) (?:asistente|assistant|bot)|no (?:hay|tenemos) (?:asesores|agentes|nadie|personal|operadores)|(?:no one|nobody|no agents?) (?:is|are) (?:available|free|around)|fuera de(?:l)? horario|outside (?:of )?(?:office|business|working) hours)\b/;
const handsOver =
  /\b(?:(?:connect|transfer|pass|put|hand)(?:ing)? you (?:to|with|through|over|now)|connecting you|transferring you|(?:te|le|los|lo|la|os) (?:paso|comunico|conecto|transfiero|derivo|contacto|pongo) (?:con|a|al)\b|(?:un|una) (?:asesora?|agente|companer[oa]|persona|ejecutiv[oa]|colega) (?:te|le|lo|la|os|se|del|de|va|ya|en)|(?:a|one of our|someone from the|our) (?:colleague|agent|team|teammate|human|person|staff)s? (?:will|is going to|'ll)|someone will be (?:with|right))\b/;
const finishes =
  /\b(?:listo|hecho|agendad[oa]s?|reservad[oa]s?|confirmad[oa]s?|anotad[oa]s?|registrad[oa]s?|apuntad[oa]s?|quedo|queda(?:n|s)?|te espero|los esperamos|te esperamos|le esperamos|os esperamos|done|booked|confirmed|all set|sorted|reserved|placed|on (?:its|the) way|see you|refunded|cancelled|canceled|cancelad[oa]|reembolsad[oa]|processed|scheduled|you're in|enviad[oa]|recibid[oa]|se la envio|se lo envio|on hold|gracias por (?:tu|su) (?:compra|pedido)|thanks for your order|en camino|updated|actualizad[oa]|cambiad[oa]|changed)\b/;

/** The dialogue after the business, the assistant or a person, has written. */
export function noteBusinessTurn(
  state: DialogueState,
  { messageId, text, from, asks = [] }: BusinessTurn,
): DialogueState {
  const round = state.round + 1;
  const words = foldWord(
    text
      .slice(0, 4_000)
      .replaceAll(/^\d{1,2}\. .*$/gm, "")
      .trim(),
  );
  const folded = words.slice(0, most.questionChars);
  // The question stands at the end of a long text; the options to choose from are no part of it.
  const question = words.slice(-most.questionChars);
  const handover = handoverAfter(state.handover, folded, { from, asksBack: asks.length > 0 });
  const kept =
    handover === "waiting" && state.handover === "none" ? state.open.filter((one) => one.from === "agent") : state.open;
  const asked = asks.map((ask): Question => {
    const thread = [...state.open, ...state.answered].find(({ id }) => id === ask.id)?.thread ?? state.current;
    return {
      ...ask,
      ...(ask.options === undefined ? {} : { options: ask.options.slice(0, 50) }),
      asked: question,
      from,
      round,
      ...(thread === undefined ? {} : { thread }),
      ...(messageId === undefined ? {} : { messageId }),
    };
  });
  const replaced = (one: Question) =>
    asked.some(
      ({ id, slot, thread }) =>
        id === one.id ||
        (slot === one.slot && thread === one.thread) ||
        (formOf(id) !== "" && formOf(id) === formOf(one.id)),
    );
  const left = kept.filter((one) => !replaced(one)).map((one) => withSuggestion(one, folded));
  const open = newest([...left, ...asked], most.open);
  const place =
    messageId === undefined || state.current === undefined
      ? []
      : [{ messageId, thread: asked[0]?.thread ?? state.current }];
  const finished = asks.length === 0 && finishes.test(folded) && !open.some(({ thread }) => thread === state.current);
  return {
    ...state,
    round,
    open,
    answered: state.answered.filter((one) => !asked.some(({ id }) => id === one.id)),
    places: newest([...state.places, ...place], most.places),
    threads: finished
      ? state.threads.map((thread) => (thread.id === state.current ? { ...thread, done: true } : thread))
      : state.threads,
    handover,
  };
}

/** "Pilates, sin duda": the one option named in a reply. */
function withSuggestion(question: Question, folded: string): Question {
  const named = question.options?.filter(({ label }) => folded.includes(foldWord(label))) ?? [];
  const [only] = named;
  return only === undefined || named.length > 1 ? question : { ...question, suggested: only.value };
}

/** Questions named `<form>.<slot>` are asked one at a time: the next takes the place of the one before. */
function formOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(".")));
}

/** A person who writes has the chat until somebody says that the assistant is back, or the assistant writes again. */
function handoverAfter(
  before: DialogueState["handover"],
  folded: string,
  { from, asksBack }: { from: "bot" | "agent"; asksBack: boolean },
): DialogueState["handover"] {
  if (from === "agent") return handsBack.test(folded) ? "none" : "person";
  if (assistantBack.test(folded)) return "none";
  if (handsOver.test(folded) && !handsBack.test(folded) && !(asksBack && folded.includes("?"))) return "waiting";
  return before === "person" ? "none" : before;
}

/** The dialogue after a person has taken or left the chat without a word. */
export function switchHandover(state: DialogueState, handover: DialogueState["handover"]): DialogueState {
  return handover === state.handover
    ? state
    : {
        ...state,
        handover,
        open: handover === "none" ? state.open : state.open.filter(({ from }) => from === "agent"),
      };
}
