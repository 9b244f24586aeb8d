import type { Language } from "./translated.ts";

/**
 * What a template may use and how it is written: `text`; `maybe`, a text that may be missing (`{note, select, none {} other { · {note}}}`);
 * `count` (plural); `money`, `date` (`YYYY-MM-DD`), `time` (`HH:MM` or minutes), `moment` (Unix ms), `list` ("a, b y c"), `lines` (one
 * below the other); or the words to select from.
 */
export type VariableKind =
  | "text"
  | "maybe"
  | "count"
  | "money"
  | "date"
  | "time"
  | "moment"
  | "list"
  | "lines"
  | readonly string[];
export type Variables = Readonly<Record<string, VariableKind>>;

type ValueOf<K> = K extends "text"
  ? string
  : K extends "maybe"
    ? string | undefined
    : K extends "count" | "money" | "moment"
      ? number
      : K extends "date"
        ? string
        : K extends "time"
          ? string | number
          : K extends "list" | "lines"
            ? readonly string[]
            : K extends readonly (infer Word)[]
              ? Word
              : never;
/** The values of a template's variables; those that may be missing may be left out. */
export type Values<V> = { readonly [N in keyof V as V[N] extends "maybe" ? never : N]: ValueOf<V[N]> } & {
  readonly [N in keyof V as V[N] extends "maybe" ? N : never]?: ValueOf<V[N]>;
};

/**
 * One reply: what its templates may use, and its words unless the business has its own. Where Spanish differs, `[tú|usted|vos]` stands.
 */
export type ReplyText<V extends Variables = Variables> = {
  readonly variables: V;
  readonly es: string;
  readonly en: string;
};

/** Adds a reply to a catalogue; the key is the property it stands under. */
export function reply<const V extends Variables>(variables: V, texts: Record<Language, string>): ReplyText<V> {
  return { variables, ...texts };
}
