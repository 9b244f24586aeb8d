import { bodyOf, optionsOf, type Reply } from "@parley/contract/reply";
import type { TurnReply } from "@parley/contract/turn";
import { fitReply } from "@parley/whatsapp/fit-reply";
import type { Queued } from "./outbox-state.ts";
import { splitBody } from "./split-body.ts";

/** A reply as the messages WhatsApp takes, in order: long texts in pieces, of which only the first quotes. */
export function piecesOf(reply: Reply, mostBodyChars: number): Reply[] {
  return fitReply(reply).flatMap((fitted): Reply[] => {
    if (fitted.kind !== "text") return [fitted];
    const { replyTo } = fitted;
    return splitBody(fitted.body, mostBodyChars).map((body, at) =>
      at > 0 || replyTo === undefined ? { kind: "text", body } : { kind: "text", body, replyTo },
    );
  });
}

/** What a timeline shows of it. */
export function shownOf(piece: Reply): Pick<TurnReply, "body" | "kind" | "options" | "link" | "sha256"> {
  const options = optionsOf(piece);
  return {
    body: bodyOf(piece),
    ...(piece.kind === "text" ? {} : { kind: piece.kind }),
    ...(options.length === 0 ? {} : { options }),
    ...("link" in piece ? { link: piece.link } : {}),
    ...("source" in piece && "sha256" in piece.source ? { sha256: piece.source.sha256 } : {}),
  };
}

export function queuedOf(effect: string, piece: Reply): Queued {
  if (piece.kind !== "text") return { effect, reply: piece };
  return piece.replyTo === undefined ? { effect } : { effect, replyTo: piece.replyTo };
}

/** What the head of the queue sends. `body`: as it stands in its turn. */
export function replyToSend({ reply, replyTo }: Queued, body: string): Reply {
  return reply ?? (replyTo === undefined ? { kind: "text", body } : { kind: "text", body, replyTo });
}
