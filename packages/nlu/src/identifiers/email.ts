import { nothingAt, type Recognizer } from "../recognizer.ts";

const isLocal = oneOf("abcdefghijklmnopqrstuvwxyz0123456789._%+-'");
const isDomain = oneOf("abcdefghijklmnopqrstuvwxyz0123456789.-");
const mostLocal = 64;
const mostDomain = 253;

/** Email addresses and @handles. A payment handle (`name@bank`) is neither, and keeps other readings off. */
export const emailRecognizer: Recognizer = {
  name: "email",
  signs: "@",
  recognize: (text, at, _context, found) => {
    const sign = text.tokens[at]?.start ?? 0;
    const { folded } = text;
    let start = sign;
    while (sign - start < mostLocal && isLocal(folded, start - 1)) start--;
    while (start < sign && "._%+-'".includes(folded[start] ?? "a")) start++;
    let end = sign + 1;
    while (end - sign < mostDomain && isDomain(folded, end)) end++;
    while (end > sign && ".-".includes(folded[end - 1] ?? "a")) end--;
    if (end === sign + 1) return;
    const host = folded.slice(sign + 1, end);
    if (start === sign) {
      mention(sign);
      return;
    }
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}$/.test(host)) {
      const value = text.original.slice(text.originalIndex(start), text.originalIndex(end)).toLowerCase();
      found({ type: "email", start, end, value, confidence: 0.99, source: "grammar", rank: 9 });
    } else if (/^[a-z]{2}/.test(host)) {
      found(nothingAt(start, end));
    }

    function mention(from: number) {
      let to = from + 1;
      while (to - from <= 30 && /[a-z0-9._]/.test(folded[to] ?? " ")) to++;
      while (to > from && folded[to - 1] === ".") to--;
      const handle = folded.slice(from + 1, to);
      if (handle.length < 2 || !/[a-z]/.test(handle)) return;
      const value = text.original.slice(text.originalIndex(from), text.originalIndex(to));
      found({ type: "mention", start: from, end: to, value, confidence: 0.97, source: "grammar", rank: 9 });
    }
  },
};

/** Whether the character at an index is one of `characters`; a table, as hostile texts ask a hundred thousand times. */
function oneOf(characters: string): (text: string, index: number) => boolean {
  const table = new Uint8Array(128);
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
  return (text, index) => table[text.charCodeAt(index)] === 1;
}
