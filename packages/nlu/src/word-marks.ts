/**
 * Yes-or-no questions about a folded word that recognizers ask at every token, each with a bit of its own. They are answered once a word:
 * the 950 look-ups in sets and maps that a message of 17 tokens took, most for words that say nothing, were 16 % of its CPU time.
 */
const questions: ((word: string) => boolean)[] = [];
const mostQuestions = 30;

/** Chats say the same words again and again. */
const known = new Map<string, number>();
const mostRemembered = 5_000;
const longestRemembered = 40;

/** The bit of `Token.marks` that says whether `asks` holds for a word. Called when a module is loaded. Throws a RangeError for the 31st. */
export function wordMark(asks: (word: string) => boolean): number {
  if (questions.length === mostQuestions) throw new RangeError("no bits left for another mark of words");
  questions.push(asks);
  known.clear();
  return 1 << (questions.length - 1);
}

/** All marks of a folded word, or of any other token. */
export function marksOf(word: string): number {
  const before = known.get(word);
  if (before !== undefined) return before;
  let marks = 0;
  for (let bit = 0; bit < questions.length; bit++) if (questions[bit]?.(word) === true) marks |= 1 << bit;
  if (known.size >= mostRemembered) known.clear();
  if (word.length <= longestRemembered) known.set(word, marks);
  return marks;
}
