import { type Candidate, nothing } from "./recognizer.ts";

/**
 * The entities of the best reading: of all sets of candidates without overlaps the one with the largest sum of length times confidence.
 * So the longest wins, but one long guess does not beat two sure finds that cover as much. Candidates of the same span: rank, then
 * confidence. `nothing` takes part and is left out at the end. In order; O(n log n).
 */
export function resolveOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const spans = bestOfEachSpan(candidates);
  if (spans.length < 2) return spans.filter(isSomething);
  // Weighted interval scheduling: `best[n]` is the weight of the best reading of the first n spans, which are ordered by their end.
  const best = [0];
  const before: number[] = [];
  for (const span of spans) {
    const index = before.length;
    const free = endingBy(spans, span.start, index);
    before.push(free);
    best.push(Math.max((best[free] ?? 0) + weightOf(span), best[index] ?? 0));
  }
  const kept: Candidate[] = [];
  let count = spans.length;
  while (count > 0) {
    const span = spans[count - 1];
    if (span === undefined) break;
    if (best[count] === best[count - 1]) count--;
    else {
      if (isSomething(span)) kept.push(span);
      count = before[count - 1] ?? 0;
    }
  }
  return kept.reverse();
}

function isSomething({ type }: Candidate): boolean {
  return type !== nothing;
}

function weightOf({ start, end, confidence }: Candidate): number {
  // The constant keeps a find of hardly any confidence from weighing nothing: length comes first.
  return (end - start) * (0.25 + 0.75 * confidence);
}

/** Ordered by end; of the same span only the first choice. */
function bestOfEachSpan(candidates: readonly Candidate[]): Candidate[] {
  const ordered = candidates.filter(({ start, end }) => end > start).sort(byEnd);
  return ordered.filter(({ start, end }, index) => {
    const last = ordered[index - 1];
    return last === undefined || last.end !== end || last.start !== start;
  });
}

function byEnd(a: Candidate, b: Candidate): number {
  return a.end - b.end || a.start - b.start || (b.rank ?? 0) - (a.rank ?? 0) || b.confidence - a.confidence;
}

/** How many of the first `limit` spans end at `start` or earlier. */
function endingBy(spans: readonly Candidate[], start: number, limit: number): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
