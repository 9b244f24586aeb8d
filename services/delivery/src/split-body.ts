/** Where a long text may be cut, best first: after a paragraph, a line, a sentence, a word. */
const borders = [/\n\s*\n/g, /\n/g, /[.!?…]["»”)]?\s/g, /\s/g];
/** A border in the first half would make many short messages. */
const leastPart = 0.5;

/** A text in pieces that WhatsApp takes, none of them blank. Counts UTF-16 units and never cuts a character in two. */
export function splitBody(body: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = body.trim();
  while (rest.length > most) {
    const at = cutAt(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}

function cutAt(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const border of borders) {
    let last = 0;
    for (const match of head.matchAll(border)) {
      const end = match.index + match[0].trimEnd().length;
      if (end <= most) last = end;
    }
    if (last >= most * leastPart) return last;
  }
  const next = text.charCodeAt(most);
  const splitsCharacter = next >= 0xdc00 && next <= 0xdfff;
  return splitsCharacter && most > 1 ? most - 1 : most;
}
