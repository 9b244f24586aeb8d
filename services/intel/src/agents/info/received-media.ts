import type { MediaItem } from "@parley/contract/turn";
import { text, words } from "../say.ts";
import type { InfoAnswer, Question } from "./info-answer.ts";

const shown = 160;

type Kind = "image" | "audio" | "video" | "document" | "sticker" | "other";
type Why = "broken" | "large" | "gone" | "locked" | "unsupported";

const whyOf: Readonly<Record<string, Why>> = {
  corrupt: "broken",
  failed: "broken",
  type_mismatch: "broken",
  too_large: "large",
  memory: "large",
  timeout: "large",
  gone: "gone",
  encrypted: "locked",
  unsupported: "unsupported",
};

/** What to say to files without words: what was read, or what is wrong with them. */
export function answerMedia(question: Question): InfoAnswer {
  const { turn, known } = question;
  const trouble = mediaTrouble(question);
  if (trouble !== undefined) return { replies: [text(trouble)] };
  const read = turn.media.find((item) => item.text !== undefined && item.text.trim() !== "");
  const kind = kindOf(read?.kind ?? turn.media[0]?.kind ?? turn.kind);
  if (kind === "audio") return { replies: [text(words(known, turn.language, "media-unreadable", { kind }))] };
  const body =
    read?.text === undefined
      ? words(known, turn.language, "media-received", { kind })
      : words(known, turn.language, "media-read", { kind, text: excerpt(read.text) });
  return { replies: [text(body)] };
}

/** What is wrong with the first file that cannot be used; undefined if all can. */
export function mediaTrouble({ turn, known }: Question): string | undefined {
  const broken = turn.media.find(({ status }) => whyOf[status] !== undefined);
  const why = broken === undefined ? undefined : whyOf[broken.status];
  if (broken !== undefined && why !== undefined) {
    return words(known, turn.language, "media-again", { kind: kindOf(broken.kind), why });
  }
  return turn.media.some(unheard) ? words(known, turn.language, "media-unreadable", { kind: "audio" }) : undefined;
}

function unheard({ kind, transcript }: MediaItem): boolean {
  return kindOf(kind) === "audio" && (transcript === undefined || transcript.trim() === "");
}

function kindOf(kind: string): Kind {
  switch (kind) {
    case "image":
    case "audio":
    case "video":
    case "document":
    case "sticker":
      return kind;
    case "voice":
      return "audio";
    default:
      return "other";
  }
}

function excerpt(read: string): string {
  const line = read.slice(0, 1000).replace(/\s+/g, " ").trim();
  return line.length > shown ? `${line.slice(0, shown - 1).trimEnd()}…` : line;
}
