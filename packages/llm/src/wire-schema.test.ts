import { expect, test } from "vitest";
import { z } from "zod";
import { wireSchemaOf } from "./wire-schema.ts";

test("every object is closed, and what servers do not enforce is left to the check afterwards", () => {
  const schema = z.object({
    name: z.string().min(1).max(20).nullable(),
    tags: z.array(z.object({ id: z.int().min(1) })).max(3),
  });
  expect(wireSchemaOf(schema)).toEqual({
    strict: true,
    json: {
      type: "object",
      properties: {
        name: { anyOf: [{ type: "string" }, { type: "null" }] },
        tags: {
          type: "array",
          maxItems: 3,
          items: {
            type: "object",
            properties: { id: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER } },
            required: ["id"],
            additionalProperties: false,
          },
        },
      },
      required: ["name", "tags"],
      additionalProperties: false,
    },
  });
});

test("a field that may be missing cannot be enforced", () => {
  expect(wireSchemaOf(z.object({ a: z.string().optional() })).strict).toBe(false);
});

test("a field may be called as a keyword is", () => {
  const { json } = wireSchemaOf(z.object({ format: z.string(), default: z.string() }));
  expect(json).toMatchObject({ properties: { format: {}, default: {} }, required: ["format", "default"] });
});

test("a schema is translated once", () => {
  const schema = z.object({ a: z.string() });
  expect(wireSchemaOf(schema)).toBe(wireSchemaOf(schema));
});
