import { z } from "zod";
import { Booking } from "./booking.ts";
import { Catalog } from "./catalog.ts";
import { checkMeaning } from "./check-meaning.ts";
import { Holiday, Week } from "./hours.ts";
import { CustomEntity, Faq, Intent, Lane, LlmUse, Page, standardLanes } from "./knowledge.ts";
import { Ordering } from "./ordering.ts";
import { currencyOf, regionOfZone } from "./regions.ts";
import { Handover, Support } from "./support.ts";
import { Language, Translated } from "./translated.ts";

/** Only what is there is told to customers; templates may use it: `{phone}`, `{email}`, `{website}`. */
const Contact = z
  .strictObject({
    phone: z.string().trim().min(5).max(30).optional(),
    email: z.email().optional(),
    website: z.url().optional(),
  })
  .prefault({});

/** Templates may use `{address}` and `{map}`. */
const Address = z
  .strictObject({
    text: z.string().trim().min(1).max(500),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    mapUrl: z.url().optional(),
    /** How to get there. A template. */
    directions: Translated.optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    error: "latitude and longitude go together",
  });

const Shape = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** IANA, such as `America/Mexico_City`. */
  timeZone: z.string().refine(isTimeZone, "want an IANA time zone, such as America/Mexico_City"),
  /** ISO 3166, such as `MX`: phone numbers, order of dates, slang. May be left out when the time zone tells it. */
  region: z.string().regex(/^[A-Z]{2}$/, "want a country code, such as MX"),
  /** ISO 4217, such as `MXN`. May be left out when the region tells it. */
  currency: z.string().regex(/^[A-Z]{3}$/, "want a currency code, such as MXN"),
  /** The first one is the one to answer in when a text does not show its own. */
  languages: z.array(Language).min(1).max(2),
  /** How the standard replies address customers in Spanish. */
  form: z.enum(["tu", "usted", "vos"]).default("tu"),
  contact: Contact,
  address: Address.optional(),
  /** Absent: the business does not tell, and counts as always open. */
  hours: Week.optional(),
  holidays: z.array(Holiday).max(500).default([]),
  lanes: z
    .array(Lane)
    .min(1)
    .max(20)
    .prefault([...standardLanes]),
  intents: z.array(Intent).max(500).default([]),
  faqs: z.array(Faq).max(1000).default([]),
  pages: z.array(Page).max(500).default([]),
  catalog: Catalog.prefault({}),
  ordering: Ordering,
  bookings: z.array(Booking).max(50).default([]),
  support: Support,
  handover: Handover,
  entities: z.array(CustomEntity).max(200).default([]),
  /** Only in effect when a model is configured. */
  llm: LlmUse,
  /** Other words for what the agents say, by key of `default-replies.ts`. */
  replies: z.record(z.string(), Translated).default({}),
});

/**
 * What a business tells Parley about itself: `BUSINESS_FILE`, YAML. Only name, timeZone and languages are needed (region and currency
 * follow from the time zone where they can). `npx parley business check <file>` says what is wrong with one, with lines.
 */
export const Business = z.preprocess(withRegion, Shape.superRefine(checkMeaning));
export type Business = z.infer<typeof Shape>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // Intl has no other way to ask
  }
}

function withRegion(input: unknown): unknown {
  const read = z.looseObject({
    timeZone: z.string(),
    region: z.string().optional(),
    currency: z.string().optional(),
  });
  const { success, data: given } = read.safeParse(input);
  if (!success) return input;
  const region = given.region ?? regionOfZone(given.timeZone);
  const currency = given.currency ?? currencyOf(region ?? "");
  return { ...given, ...(region === undefined ? {} : { region }), ...(currency === undefined ? {} : { currency }) };
}
