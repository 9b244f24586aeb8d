/** A part of a text with a type, as entity extraction gives it. */
export type Span = { readonly type: string; readonly start: number; readonly end: number };

/**
 * The text with each span replaced by a word for its type, so that intents are learned and told from the words around. Examples and
 * messages must be masked alike. Spans that overlap an earlier one are left out.
 */
export function maskEntities(text: string, spans: readonly Span[]): string {
  let masked = "";
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < end) continue;
    masked += `${text.slice(end, span.start)}xx${span.type.replaceAll(/[^a-z]/gi, "")}xx`;
    end = span.end;
  }
  return masked + text.slice(end);
}
