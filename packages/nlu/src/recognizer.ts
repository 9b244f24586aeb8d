import type { EntityValue } from "./entity.ts";
import type { ReadingStyle } from "./reading-style.ts";
import type { Text } from "./text.ts";

/** What a message is read against. */
export type ReadContext = {
  /** When the customer wrote it, Unix ms. */
  atMs: number;
  /** Of the business, IANA. */
  timeZone: string;
  /** Of the business, ISO 3166: its phone numbers, order of dates, currency and slang. */
  region: string;
  /** The language of the text if known, ISO 639-1. Grammars are for Spanish and English at once; this only decides a tie. */
  language?: string;
  /** The contact's country, for phone numbers without a country code. */
  contactRegion?: string;
  /** What the business has just asked for: a type, or a slot such as `people`, `time`, `name`. Helps bare answers ("8 y media"). */
  requested?: readonly string[];
  /** Absent: what agents need. */
  style?: ReadingStyle;
};

/**
 * The type of a candidate that *blocks* its span: nothing else is found there unless it is a better reading, and nothing is emitted.
 * For what has a meaning but is no entity: a card, a plate, a flight, a size, a model, an idiom.
 */
export const nothing = "nothing";

/** A possible entity; offsets are those of `Text.folded`. A set of them is weighed by length times confidence (`resolveOverlaps`). */
export type Candidate = {
  /** A type of entity, or `nothing`. */
  type: string;
  start: number;
  end: number;
  value: EntityValue;
  confidence: number;
  source: string;
  /** Decides between candidates of the same span; higher wins, 0 when absent. */
  rank?: number;
};

/** A candidate that blocks a span; `confidence` as for an entity: how often it is right that nothing is there. */
export function nothingAt(start: number, end: number, confidence = 0.95): Candidate {
  return { type: nothing, start, end, value: "", confidence, source: "grammar" };
}

/** Takes one look at a text wherever one of its triggers stands, so that a text without any costs nothing. */
export type Recognizer = {
  name: string;
  /** Folded words that call it. */
  words?: Iterable<string>;
  /** Runs of digits call it, too. */
  digits?: boolean;
  /** Signs that call it, such as `$@#`. */
  signs?: string;
  /** Looks at `text.tokens[at]`, the trigger, and what is around it. */
  recognize?: (text: Text, at: number, context: ReadContext, found: (candidate: Candidate) => void) => void;
  /** Called once for every text, for what has no triggers. Must be linear in the text's length. */
  scan?: (text: Text, context: ReadContext, found: (candidate: Candidate) => void) => void;
};
