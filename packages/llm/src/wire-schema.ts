import * as z from "zod";

/** A schema as servers take it. `strict`: every field is required, so a server can enforce it. */
export type WireSchema = { json: JsonSchema; strict: boolean };
export type JsonSchema = { readonly [keyword: string]: unknown };

const known = new WeakMap<z.ZodObject, WireSchema>();

// Servers that enforce a schema refuse these; zod looks at them afterwards.
const unenforceable = new Set(["$schema", "default", "minLength", "maxLength", "format", "pattern"]);

export function wireSchemaOf(schema: z.ZodObject): WireSchema {
  const kept = known.get(schema);
  if (kept !== undefined) return kept;
  const found = { strict: true };
  const json = z.record(z.string(), z.unknown()).parse(closed(z.toJSONSchema(schema, { io: "input" }), found));
  const wire = { json, strict: found.strict };
  known.set(schema, wire);
  return wire;
}

/** Without what servers do not enforce, and with no other fields than those named. */
function closed(node: unknown, found: { strict: boolean }): unknown {
  if (Array.isArray(node)) return node.map((part) => closed(part, found));
  if (!isObject(node)) return node;
  const kept = Object.entries(node).filter(([keyword]) => !unenforceable.has(keyword));
  const { properties, required } = node;
  if (!isObject(properties)) return Object.fromEntries(kept.map(([keyword, value]) => [keyword, closed(value, found)]));
  if (!Array.isArray(required) || required.length !== Object.keys(properties).length) found.strict = false;
  const rest = kept.filter(([keyword]) => keyword !== "properties" && keyword !== "additionalProperties");
  const fields = Object.entries(properties).map(([name, field]) => [name, closed(field, found)]);
  return {
    ...Object.fromEntries(rest.map(([keyword, value]) => [keyword, closed(value, found)])),
    properties: Object.fromEntries(fields),
    additionalProperties: false,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
