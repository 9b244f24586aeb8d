import { kvStream, kvSubject, type Names, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { getLast } from "@parley/jetstream/direct-get";
import type { Timers } from "@parley/llm/timers";
import { z } from "zod";
import type { MediaDependencies } from "../media.ts";

export type ChatLanguageOptions = {
  nc: Parameters<typeof getLast>[0];
  names: Names;
  partitions: number;
  timers: Timers;
};

/** Of intel's page of a chat: the lead of each language over the weakest, by code. */
const LanguagePage = z.object({ state: z.object({ language: z.record(z.string(), z.number()) }) });

// It is a hint: a note does not wait for it.
const timeoutMs = 500;
/** In the units of intel's evidence; about 19 to 1. */
const clearLead = 3;
const mostKept = 1_000;
const keptMs = 60_000;

/**
 * What a chat is written in, by what intel has understood so far (its page is some seconds old). Undefined for a chat without
 * texts, one that mixes languages, and whenever the page cannot be read soon.
 */
export function chatLanguage({ nc, names, partitions, timers }: ChatLanguageOptions): MediaDependencies["languageOf"] {
  const bucket = names.stateBucket("intel");
  const known = new Map<string, { code: string; untilMs: number }>();
  const load = async (chat: string) => {
    const key = pageKey(partitionOf(chat, partitions), chat);
    const page = await getLast(nc, kvStream(bucket), kvSubject(bucket, key));
    return page === undefined ? undefined : clearLanguage(Buffer.from(page.data).toString("utf8"));
  };
  return async (chat) => {
    const kept = known.get(chat);
    if (kept !== undefined && kept.untilMs > timers.now()) return kept.code;
    known.delete(chat);
    const code = await within(timers, load(chat));
    if (code === undefined) return undefined;
    known.set(chat, { code, untilMs: timers.now() + keptMs });
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return code;
  };
}

/** The language that a page of intel clearly says; undefined for any other text. */
export function clearLanguage(page: string): string | undefined {
  const [first, second] = languagesOf(page);
  const lead = (first?.[1] ?? 0) - (second?.[1] ?? 0);
  return lead >= clearLead ? first?.[0] : undefined;
}

function languagesOf(page: string): [code: string, lead: number][] {
  try {
    const { state } = LanguagePage.parse(JSON.parse(page));
    return Object.entries(state.language).sort(([, a], [, b]) => b - a);
  } catch {
    // A page of another version, or of a chat that is forgotten.
    return [];
  }
}

function within(timers: Timers, loading: Promise<string | undefined>): Promise<string | undefined> {
  return new Promise((resolve) => {
    const takeBack = timers.after(timeoutMs, () => resolve(undefined));
    void loading
      .catch(() => undefined)
      .then((code) => {
        takeBack();
        resolve(code);
      });
  });
}
