import type { ReplyOption } from "@parley/contract/reply";
import { fieldOf, isObject, type JsonObject } from "@parley/whatsapp/json";
import { z } from "zod";
import { graphError, type Reply } from "./simulated-whatsapp-http.ts";

/** What a message shows the customer: its text, and what can be tapped. */
export type Shown = { body: string; options?: ReplyOption[]; tap?: "button_reply" | "list_reply" };

const most = (limit: number) => z.string().min(1).max(limit);
// Meta's limits, written out again: the simulator must not believe what the program under test believes.
const frame = {
  header: z.looseObject({ type: z.string(), text: most(60).optional() }).optional(),
  body: z.object({ text: most(1024) }),
  footer: z.object({ text: most(60) }).optional(),
};
const distinct = (values: string[]) => new Set(values).size === values.length;
const ReplyButton = z.object({ type: z.literal("reply"), reply: z.object({ id: most(256), title: most(20) }) });
const Buttons = z.object({
  type: z.literal("button"),
  ...frame,
  action: z.object({
    buttons: z
      .array(ReplyButton)
      .min(1)
      .max(3)
      .refine((buttons) => distinct(buttons.map(({ reply }) => reply.id)), "duplicated ids")
      .refine((buttons) => distinct(buttons.map(({ reply }) => reply.title)), "duplicated titles"),
  }),
});
const Row = z.object({ id: most(200), title: most(24), description: z.string().max(72).optional() });
const Section = z.object({ title: most(24).optional(), rows: z.array(Row).min(1) });
const List = z.object({
  type: z.literal("list"),
  ...frame,
  action: z.object({
    button: most(20),
    sections: z
      .array(Section)
      .min(1)
      .max(10)
      .refine((sections) => sections.flatMap(({ rows }) => rows).length <= 10, "more than 10 rows")
      .refine((sections) => distinct(sections.flatMap(({ rows }) => rows.map(({ id }) => id))), "duplicated ids")
      .refine((sections) => sections.length === 1 || sections.every(({ title }) => title), "a section without title"),
  }),
});
const Location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
});
const media = { id: z.string().optional(), link: z.url().optional(), caption: z.string().max(1024).optional() };
const Media = z
  .object({ ...media, filename: z.string().optional() })
  .refine(({ id, link }) => (id === undefined) !== (link === undefined), "id or link");
const Text = z.object({ body: z.string().min(1) });
const longestText = 4096;

/** Reads what is sent as Meta does, and refuses with Meta's codes: 131008 what is missing, 131009 what is wrong, 100 a long text. */
export function readShown(type: string, payload: JsonObject): Shown | Reply {
  const content = fieldOf(payload, type);
  if (!isObject(content)) return graphError(400, 131008, `The parameter ${type} is required.`);
  switch (type) {
    case "text": {
      const text = Text.safeParse(content).data;
      if (text === undefined) return graphError(400, 131008, "The parameter text is required.");
      if (text.body.length <= longestText) return { body: text.body };
      return graphError(400, 100, `Param text['body'] must be at most ${longestText} characters long.`);
    }
    case "interactive":
      return readInteractive(content);
    case "location":
      return checked(
        Location,
        content,
        type,
        ({ name, address, latitude, longitude }) =>
          [name, address].filter(Boolean).join("\n") || `${latitude}, ${longitude}`,
      );
    case "image":
    case "document":
      return checked(Media, content, type, ({ caption, filename, link }) => caption ?? filename ?? link ?? type);
    default:
      return { body: JSON.stringify(content) };
  }
}

function readInteractive(content: JsonObject): Shown | Reply {
  switch (content.type) {
    case "button": {
      const read = Buttons.safeParse(content);
      if (!read.success) return refused(read.error, "interactive");
      const options = read.data.action.buttons.map(({ reply }) => reply);
      return { body: withOptions(read.data, options), options, tap: "button_reply" };
    }
    case "list": {
      const read = List.safeParse(content);
      if (!read.success) return refused(read.error, "interactive");
      const rows = read.data.action.sections.flatMap((section) => section.rows);
      const options = rows.map(({ id, title, description }) => ({
        id,
        title,
        ...(description === undefined ? {} : { description }),
      }));
      return { body: withOptions(read.data, options), options, tap: "list_reply" };
    }
    default:
      return { body: JSON.stringify(content) };
  }
}

/** `show`: what the customer sees of it as text. */
function checked<T>(schema: z.ZodType<T>, content: JsonObject, type: string, show: (read: T) => string): Shown | Reply {
  const read = schema.safeParse(content);
  return read.success ? { body: show(read.data) } : refused(read.error, type);
}

function refused(error: z.ZodError, type: string): Reply {
  const [issue] = error.issues;
  const where = [type, ...(issue?.path ?? [])].join(".");
  return graphError(400, 131009, `Parameter value is not valid: ${where}: ${issue?.message ?? ""}`);
}

type Framed = z.infer<typeof Buttons> | z.infer<typeof List>;

/** As a phone shows a message with options, in plain text. */
function withOptions({ header, body, footer }: Framed, options: readonly ReplyOption[]): string {
  const lines = options.map(({ title, description }, index) => {
    return description ? `${index + 1}. ${title} (${description})` : `${index + 1}. ${title}`;
  });
  return [header?.text, body.text, lines.join("\n"), footer?.text].filter(Boolean).join("\n\n");
}
