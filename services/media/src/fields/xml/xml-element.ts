/** An element of a parsed XML document. Names without prefix, text trimmed and in one line. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: readonly XmlElement[];
};

/** The first descendant by each name of the path in turn ("Seller/Name" finds a Name somewhere within a Seller). */
export function find(element: XmlElement | undefined, path: string): XmlElement | undefined {
  let at = element;
  for (const name of path.split("/")) at = at === undefined ? undefined : firstNamed(at, name);
  return at;
}

/** All descendants of a name, in document order, not looking into those found. */
export function findAll(element: XmlElement | undefined, name: string): XmlElement[] {
  const children = element?.children ?? [];
  return children.flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

export function textAt(element: XmlElement | undefined, path: string): string | undefined {
  const text = find(element, path)?.text;
  return text === undefined || text === "" ? undefined : text;
}

export function numberAt(element: XmlElement | undefined, path: string): number | undefined {
  return asNumber(textAt(element, path));
}

/** XML amounts have a decimal point; anything else is no number. */
export function asNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
}

// Direct children first: a Name of the party itself before one of its contact.
function firstNamed(element: XmlElement, name: string): XmlElement | undefined {
  const own = element.children.find((child) => child.name === name);
  if (own !== undefined) return own;
  for (const child of element.children) {
    const deeper = firstNamed(child, name);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
