/** The words of a white-space separated list; for lexicons. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ""));
}

/** The phrases of a list separated by commas or line ends; for lexicons. */
export function phraseSet(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[,\n]/)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ""),
  );
}
