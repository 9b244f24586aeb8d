const cp1252 = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

/** One line in the characters a PDF's standard fonts have (Windows-1252): others lose their accent, or go. At most `most` of them. */
export function plainText(text: string, most: number): string {
  const line = [...text.normalize("NFC").replace(/\s+/gu, " ")].map(known).join("").replace(/ {2,}/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

function known(char: string): string {
  if (isKnown(char)) return char;
  return [...char.normalize("NFKD")].filter(isKnown).join("");
}

function isKnown(char: string): boolean {
  return /^[\x20-\x7e\xa1-\xac\xae-\xff]$/.test(char) || cp1252.has(char);
}
