import { IntlMessageFormat } from "intl-messageformat";
import type { VariableKind, Variables } from "./reply-text.ts";

/** A template ready to be filled; `names` are the variables it uses. */
export type Template = { names: ReadonlySet<string>; fill: (values: Record<string, string | number>) => string };

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];
/** Of the parser: how it numbers the kinds of parts. */
const part = { literal: 0, argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, pound: 7 } as const;

/** Throws a `SyntaxError` for what is no ICU MessageFormat text. `locale` is for numbers and plurals. */
export function compileTemplate(text: string, locale: string): Template {
  if (!/[{}']/.test(text)) return { names: new Set(), fill: () => text };
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return { names: new Set(namesIn(message.getAst())), fill: (values) => String(message.format(values)) };
}

function namesIn(parts: readonly Part[]): string[] {
  return parts.flatMap((element) => {
    if (element.type === part.literal || element.type === part.pound) return [];
    if (element.type !== part.select && element.type !== part.plural) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
  });
}

/** What is wrong with a template that may use `allowed`; empty if nothing. `always` are those of kind "maybe" that are never missing. */
export function problemsOfTemplate(
  text: string,
  allowed: Variables,
  always: ReadonlySet<string> = new Set(),
): string[] {
  let parts: readonly Part[];
  try {
    parts = new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst();
  } catch (error) {
    return [`is no template: ${reasonOf(error)} (write '{' for a brace)`];
  }
  return problemsOf(parts, allowed, always);
}

function problemsOf(parts: readonly Part[], allowed: Variables, present: ReadonlySet<string>): string[] {
  return parts.flatMap((element) => {
    if (element.type === part.literal || element.type === part.pound) return [];
    const name = element.value;
    const kind = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (kind === undefined) return [`{${name}} is not known here; there are ${namesOf(allowed)}`];
    if (element.type === part.argument) {
      return kind === "maybe" && !present.has(name)
        ? [`{${name}} may be missing: write {${name}, select, none {} other {… {${name}} …}}`]
        : [];
    }
    if (element.type === part.select) return problemsOfSelect(element, kind, { allowed, present });
    if (element.type === part.plural || element.type === part.number) {
      const wrong = kind === "count" ? [] : [`{${name}} is no number of things, so it can only be printed`];
      const inner = element.type === part.plural ? Object.values(element.options) : [];
      return [...wrong, ...inner.flatMap((option) => problemsOf(option.value, allowed, present))];
    }
    return [`{${name}} is written in its own way; leave out its format`];
  });
}

function problemsOfSelect(
  element: Extract<Part, { type: 5 }>,
  kind: VariableKind,
  { allowed, present }: { allowed: Variables; present: ReadonlySet<string> },
): string[] {
  const name = element.value;
  const words = typeof kind === "string" ? (kind === "maybe" ? ["none"] : []) : kind;
  if (words.length === 0) return [`{${name}} cannot be selected by`];
  return Object.entries(element.options).flatMap(([word, option]) => {
    if (word !== "other" && !words.includes(word)) return [`{${name}} is never "${word}", only ${words.join(", ")}`];
    const inside = kind === "maybe" && word === "other" && "none" in element.options;
    return problemsOf(option.value, allowed, inside ? new Set([...present, name]) : present);
  });
}

function namesOf(allowed: Variables): string {
  return Object.keys(allowed)
    .map((name) => `{${name}}`)
    .join(", ");
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.toLowerCase().replaceAll("_", " ");
}
