import type { AgentTurn } from "../agent-turn.ts";
import { foldedOf } from "../said.ts";
import { commands } from "./edit-words.ts";
import type { Scene } from "./offer.ts";

const yes =
  /^\W*(?:si+|sip|claro|dale|va|vale|ok(?:ay|is|ey)?|sale|por favor|confirm\w*|correcto|perfecto|asi es|adelante|listo|yes+|yep|yeah|yup|sure|please|go ahead|correct|sounds good|do it|of course|great|perfect)\b/;
const no = /^\W*(?:no+|nop|nope|nel|nah|nada mas|todavia no|not yet|eso es todo|es todo|that's all|thats all)\b/;

/** Yes or no to what was asked last; undefined when the turn says neither. */
export function verdictOf({ turn }: Scene): "yes" | "no" | undefined {
  if (turn.confirmation !== undefined) return turn.confirmation;
  const folded = foldedOf(turn).slice(0, 200);
  if (no.test(folded)) return "no";
  return yes.test(folded) && folded.split(/\s+/).length <= 6 ? "yes" : undefined;
}

/** "¿cuánto es?", "what's in my cart". */
export function asksForCart(turn: AgentTurn): boolean {
  return commands.show.test(
    foldedOf(turn)
      .slice(0, 300)
      .replace(/[\s?!¿¡.]+$/, ""),
  );
}
