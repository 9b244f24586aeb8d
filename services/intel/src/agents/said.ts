import { foldName } from "@parley/business/fold-name";
import { foldWord, readText } from "@parley/nlu/text";
import type { AgentTurn } from "./agent-turn.ts";
import { latestFor } from "./latest-for.ts";

/** A message that is longer says in its beginning what it is about; the rest of a hostile one is not looked at. */
const mostRead = 1000;

/** A turn's words as they are looked through; several agents look, and each from several sides. */
export const readOf = latestFor(({ text }: AgentTurn) => readText(text.slice(0, mostRead)));

/** All of a turn's text, folded. */
export const foldedOf = latestFor(({ text }: AgentTurn) => foldWord(text));

/** All of a turn's text as names are compared, between two spaces: `includes(" rosca de reyes ")` finds whole words. */
export const namesIn = latestFor(({ text }: AgentTurn) => ` ${foldName(text)} `);
