import type { IntelPart } from "@parley/contract/turn";
import type { Reply, TurnAnswered } from "@parley/contract/turn-answered";
import type { TurnOpened } from "@parley/contract/turn-opened";
import type { Business, Language, Translated } from "./business.ts";
import { type Classification, classifyIntent, type Scored } from "./classify-intent.ts";
import type { IntentIndex } from "./intent-index.ts";
import { guessLanguage, type LanguagePrior } from "./language.ts";
import { wordsOf } from "./words.ts";

export type Knowledge = { business: Business; index: IntentIndex };
export type AnswerOptions = {
  now: number;
  /** A late turn older than this is understood but not answered, ms. */
  lateReplyWithinMs: number;
};

/** What a turn wants and what to say to it. `say` absent: nothing. */
type Understood = { lane: string; intent: string; reason: string; part: IntelPart["intent"]; say?: Translated };

/** Kinds that are not something a customer asks. */
const silentKinds = new Set(["reaction", "system", "unsupported", "unknown", "edit", "revoke", "protocol"]);

/** Understands one turn and answers it from the business file. Pure. */
export function answerTurn(
  message: TurnOpened,
  prior: LanguagePrior,
  { business, index }: Knowledge,
  options: AnswerOptions,
): { answered: TurnAnswered; prior: LanguagePrior } {
  const { entry } = message;
  const text = entry.text ?? "";
  const words = wordsOf(text);
  const guess = guessLanguage(text, words, prior, business.languages);
  const understood = silentKinds.has(entry.type)
    ? silent(business, `a ${entry.type} needs no answer`)
    : understand(words, message, { business, index });
  const tooLate = entry.processing.session?.late === true && options.now - message.sentAtMs > options.lateReplyWithinMs;
  const { lane, intent, part } = understood;
  const reason = tooLate ? `${understood.reason}; came too late to answer` : understood.reason;
  const intel: IntelPart = {
    entities: [],
    decision: { lane, intent, agent: agentOf(business, lane, guess.code), reason },
  };
  if (words.length > 0) intel.language = { code: guess.code, confidence: guess.confidence };
  if (part !== undefined) intel.intent = part;
  const replies =
    understood.say === undefined || tooLate ? [] : repliesOf(understood.say, guess.code, business, message);
  const answered: TurnAnswered = {
    type: "turn.answered",
    v: 1,
    entry: { ...entry, processing: { ...entry.processing, intel } },
    replies,
    serviceWindowEndsAtMs: message.serviceWindowEndsAtMs,
  };
  return { answered, prior: guess.prior };
}

function understand(words: readonly string[], message: TurnOpened, { business, index }: Knowledge): Understood {
  const lane = business.lanes[0]?.name ?? "info";
  if (words.length === 0) {
    const part = { name: "no-text", confidence: 1, alternatives: [], source: "rule" };
    if (message.media !== undefined) {
      return {
        lane,
        intent: "media",
        reason: "a file without a text",
        part: { ...part, name: "media" },
        say: business.replies.media,
      };
    }
    const { text } = message.entry;
    if (text !== undefined && !text.includes("?"))
      return { lane, intent: "no-text", reason: "only signs or emoji", part };
    return { lane, intent: "no-text", reason: "no words to understand", part, say: business.replies.fallback };
  }
  return fromText(classifyIntent(words, index), lane, business);
}

function fromText(found: Classification, firstLane: string, business: Business): Understood {
  const alternatives = found.alternatives.map(shown);
  switch (found.kind) {
    case "intent": {
      const { intent, confidence } = found.best;
      const part = { name: intent.name, confidence, alternatives, source: intent.source };
      const reason =
        intent.source === "keyword" ? "a keyword of the business file" : "near a question of the business file";
      return { lane: intent.lane, intent: intent.name, reason, part, say: intent.reply };
    }
    case "greeting": {
      const part = { name: "greeting", confidence: 0.95, alternatives, source: "greeting" };
      return { lane: firstLane, intent: "greeting", reason: "only a greeting", part, say: business.replies.greeting };
    }
    case "none": {
      const part = { name: "unknown", confidence: 0, alternatives, source: "fallback" };
      return { lane: firstLane, intent: "unknown", reason: "nothing fits", part, say: business.replies.fallback };
    }
  }
}

function silent(business: Business, reason: string): Understood {
  return { lane: business.lanes[0]?.name ?? "info", intent: "none", reason, part: undefined };
}

function shown({ intent, confidence }: Scored): { name: string; confidence: number } {
  return { name: intent.name, confidence };
}

function repliesOf(say: Translated, language: Language, business: Business, message: TurnOpened): Reply[] {
  const body = (say[language] ?? Object.values(say)[0] ?? "").replaceAll("{name}", business.name);
  if (body === "") return [];
  // An answer to an older message quotes it: the customer has written something else since.
  const late = message.entry.processing.session?.late === true;
  return [late ? { kind: "text", body, replyTo: message.entry.messageId } : { kind: "text", body }];
}

function agentOf(business: Business, lane: string, language: Language): string {
  return `${business.lanes.find(({ name }) => name === lane)?.agent ?? lane}-${language}`;
}
