/** Words of a command line: spaces part them, quotes keep them together; nothing else has a meaning. */
export function commandWords(line: string): string[] {
  const words = line.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g);
  return [...words].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
}

/** A word of a command with `{name}` replaced by its value, for each name given. */
export function filledIn(word: string, values: Readonly<Record<string, string>>): string {
  return word.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
