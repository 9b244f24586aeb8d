import { z } from "zod";
import type { ModelMessage, Usage } from "./llm.ts";
import type { WireSchema } from "./wire-schema.ts";

/** As a server counts them: a count below zero would give budget back. */
export const TokenCount = z.number().nonnegative().max(1e9);

/** One question to a model. */
export type ModelCall = {
  model: string;
  system: string;
  messages: readonly ModelMessage[];
  maxTokens: number;
  schema: WireSchema;
};

/** What a server understands beyond the common core; learned from its refusals. */
export type Dialect = {
  /** Newer models refuse to be told a temperature. */
  temperature: boolean;
  /** Whether it enforces a schema; if not, the schema is only part of the instructions. */
  schema: boolean;
  tokens: "max_tokens" | "max_completion_tokens";
};

/** What a model said. `value` where the server has parsed it; `text` otherwise. */
export type ModelReply =
  | { kind: "said"; text: string; value?: unknown; truncated: boolean; usage?: Usage; model?: string }
  | { kind: "refused"; reason: "refusal" | "content-filter"; usage?: Usage }
  | { kind: "malformed" };

/** How one kind of server is spoken to. Pure. */
export type Protocol = {
  path: string;
  headers: Record<string, string>;
  dialect: Dialect;
  body: (call: ModelCall, dialect: Dialect) => object;
  /** Reads the body of a 200. */
  read: (body: unknown) => ModelReply;
};

/** The instructions, with the schema in words where the server does not enforce it. */
export function instructionsOf({ system, schema }: ModelCall, enforced: boolean): string {
  if (enforced) return system;
  return `${system}\n\nAnswer with one JSON object and nothing else. It must fit this JSON schema:\n${JSON.stringify(schema.json)}`;
}
