/** For tests: a text with its entities in braces, "soy {person:Lucía} de {location:Vigo}". */
export type Marked = { text: string; entities: string[] };

export function readMarked(marked: string): Marked {
  const entities: string[] = [];
  const text = marked.replace(/\{(\w+):([^}]*)\}/g, (_all, type: string, surface: string) => {
    entities.push(`${type}:${surface}`);
    return surface;
  });
  return { text, entities };
}
