import type { Pass } from "@parley/llm/breaker";
import type { Timers } from "@parley/llm/timers";
import type { FileType } from "../intake/file-type.ts";
import { readBounded } from "./read-bounded.ts";
import { readHeard } from "./read-heard.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { Audio, Heard, SpeechEngine } from "./speech-engine.ts";

export type HttpEngineOptions = {
  /** Up to and with the version: `https://api.openai.com/v1`. */
  url: string;
  apiKey?: string | undefined;
  model: string;
  takes: ReadonlySet<FileType>;
  breaker: { enter: () => Pass | undefined };
  timers: Timers;
  /** Tries in all, and the wait before the second; it doubles. */
  attempts: number;
  backoffMs: number;
  /** For one try; by default 30 s or twice the length of the audio. */
  timeoutMs?: (durationS: number) => number;
};

/** `again`: a 429, 5xx, broken connection or timeout. `refused`: any other status. */
type Exchange =
  | { kind: "answer"; heard: Heard }
  | { kind: "refused"; status: number }
  | { kind: "again"; reason: string; timedOut: boolean; afterMs: number | undefined };
type Form = "verbose_json" | "json";
type Call = { audio: Audio; language: string | undefined; signal: AbortSignal };

// A minute of waiting is as long as a customer's turn can be held up for a server's limits.
const longestWaitMs = 60_000;
const mostBytes = 2_000_000;
const extensions: Partial<Record<FileType, string>> = { mp4: "m4a" };
const mimeTypes: Partial<Record<FileType, string>> = { mp3: "audio/mpeg", m4a: "audio/mp4", mp4: "audio/mp4" };
const usualTimeoutMs = (durationS: number) => Math.max(30_000, durationS * 2_000);

/** An engine behind `POST <url>/audio/transcriptions`, as OpenAI, Groq, speaches and whisper-server have it. */
export function httpEngine(options: HttpEngineOptions): SpeechEngine {
  // Some models only know json: found out by the first refusal, kept for as long as the process lives.
  let form: Form | undefined;
  const inForm = async (call: Call): Promise<Exchange> => {
    const first = await post(options, call, form ?? "verbose_json");
    if (first.kind === "answer" && first.heard.kind === "heard") form ??= "verbose_json";
    if (first.kind !== "refused" || form !== undefined || ![400, 422].includes(first.status)) return first;
    const second = await post(options, call, "json");
    if (second.kind === "answer" && second.heard.kind === "heard") form = "json";
    return second;
  };
  return {
    name: `http ${options.model}`,
    takes: options.takes,
    hear: async (audio, { language, signal }) => {
      let waitMs = options.backoffMs;
      for (let attempt = 1; ; attempt++) {
        const pass = options.breaker.enter();
        if (pass === undefined) return { kind: "unavailable", reason: "the engine failed too often, it is left alone" };
        const exchange = await inForm({ audio, language, signal });
        if (signal.aborted) pass.release();
        else if (exchange.kind === "again") pass.fail();
        else pass.succeed();
        if (exchange.kind === "answer") return exchange.heard;
        if (exchange.kind === "refused") return { kind: "rejected", reason: `the engine answered ${exchange.status}` };
        const { timedOut, reason, afterMs = waitMs } = exchange;
        if (signal.aborted) return { kind: "timeout", reason: "the deadline passed" };
        if (attempt >= options.attempts || afterMs > longestWaitMs) {
          return { kind: timedOut ? "timeout" : "unavailable", reason };
        }
        await pause(options.timers, Math.max(afterMs, options.backoffMs), signal);
        if (signal.aborted) return { kind: "timeout", reason: "the deadline passed" };
        waitMs *= 2;
      }
    },
  };
}

async function post(options: HttpEngineOptions, call: Call, form: Form): Promise<Exchange> {
  const { url, apiKey, timers, timeoutMs = usualTimeoutMs } = options;
  const timeout = new AbortController();
  const takeBack = timers.after(timeoutMs(call.audio.durationS ?? 60), () => timeout.abort());
  try {
    const response = await fetch(`${url.replace(/\/+$/, "")}/audio/transcriptions`, {
      method: "POST",
      // A key must not follow to wherever an answer points.
      redirect: "manual",
      headers: apiKey === undefined || apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` },
      body: formOf(options.model, call, form),
      signal: AbortSignal.any([call.signal, timeout.signal]),
    });
    return await exchangeOf(response, timers.now());
  } catch {
    const timedOut = timeout.signal.aborted || call.signal.aborted;
    const reason = timedOut ? "the engine took too long" : "the engine cannot be reached";
    return { kind: "again", reason, timedOut, afterMs: undefined };
  } finally {
    takeBack();
  }
}

async function exchangeOf(response: Response, nowMs: number): Promise<Exchange> {
  const { status, headers } = response;
  if (status === 200) {
    const body = await readBounded(response, mostBytes);
    const heard: Heard =
      body === undefined ? { kind: "malformed", reason: "the answer is too large" } : readHeard(parsed(body));
    return { kind: "answer", heard };
  }
  await response.body?.cancel();
  if (status !== 429 && status < 500) return { kind: "refused", status };
  const afterMs = retryAfterMs(headers.get("retry-after"), nowMs);
  return { kind: "again", reason: `the engine answered ${status}`, timedOut: false, afterMs };
}

function formOf(model: string, { audio, language }: Call, responseFormat: Form): FormData {
  const form = new FormData();
  const type = mimeTypes[audio.type] ?? `audio/${audio.type}`;
  form.set("file", new Blob([audio.bytes], { type }), `audio.${extensions[audio.type] ?? audio.type}`);
  form.set("model", model);
  if (language !== undefined) form.set("language", language);
  form.set("response_format", responseFormat);
  form.set("temperature", "0");
  if (responseFormat === "verbose_json") form.set("timestamp_granularities[]", "segment");
  return form;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function pause(timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      takeBack();
      signal.removeEventListener("abort", over);
      resolve();
    };
    const takeBack = timers.after(ms, over);
    signal.addEventListener("abort", over);
    if (signal.aborted) over();
  });
}
