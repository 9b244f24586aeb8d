import type { Urgency } from "@parley/business/support";
import type { Language } from "@parley/business/translated";
import type { Known } from "../../known.ts";
import { words } from "../say.ts";

const minuteMs = 60_000;
const mostOpenings = 60;

/** When a ticket must have an answer: minutes count while somebody is there. */
export function dueAt(fromMs: number, urgency: Urgency, { business, calendar }: Known): number {
  let left = business.support.slaMinutes[urgency] * minuteMs;
  if (business.handover.hours === "always" || !calendar.told) return fromMs + left;
  let at = fromMs;
  for (let n = 0; n < mostOpenings; n++) {
    const opening = calendar.openingAt(at) ?? calendar.nextOpening(at);
    if (opening === undefined) break;
    at = Math.max(at, opening.fromMs);
    if (opening.toMs - at >= left) return at + left;
    left -= opening.toMs - at;
    at = opening.toMs;
  }
  return fromMs + left;
}

/** "en menos de 2 horas", or the moment where nobody is there for a while. */
export function withinText(
  fromMs: number,
  dueAtMs: number,
  { known, language, urgency }: { known: Known; language: Language; urgency: Urgency },
): string {
  const minutes = known.business.support.slaMinutes[urgency];
  if (dueAtMs - fromMs > minutes * minuteMs) return words(known, language, "within-moment", { at: dueAtMs });
  if (minutes % 1440 === 0) return words(known, language, "within-duration", { count: minutes / 1440, unit: "days" });
  if (minutes % 60 === 0) return words(known, language, "within-duration", { count: minutes / 60, unit: "hours" });
  return words(known, language, "within-duration", { count: minutes, unit: "minutes" });
}
