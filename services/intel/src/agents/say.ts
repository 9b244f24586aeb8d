import type { ReplyKey } from "@parley/business/default-replies";
import { type Filling, renderReply } from "@parley/business/replies";
import type { Language } from "@parley/business/translated";
import type { Reply } from "@parley/contract/reply";
import type { Known } from "../known.ts";

/** The words of the business for a key, filled. */
export function words<K extends ReplyKey>(known: Known, language: Language, key: K, ...values: Filling<K>): string {
  return renderReply(known.texts, key, language, ...values);
}

/** A text message of the parts that are not empty. */
export function text(...parts: readonly string[]): Reply {
  return { kind: "text", body: parts.filter((part) => part !== "").join(" ") };
}
