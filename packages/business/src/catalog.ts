import { z } from "zod";
import { Label, Name } from "./translated.ts";

/** In the currency of the business, at most two decimals. */
export const Price = z.number().nonnegative().max(1e9).multipleOf(0.01, "want at most two decimals");

const Choice = z.strictObject({
  id: Name,
  name: Label,
  aliases: z.array(z.string().trim().min(1).max(100)).max(30).default([]),
  /** Added to the item's price; may be negative. */
  priceDelta: z.number().min(-1e9).max(1e9).default(0),
});

/** Something to choose about an item: size, filling. */
const ItemOption = z.strictObject({
  id: Name,
  name: Label,
  /** Asked before the item goes into the cart; otherwise the first choice is meant unless the customer says another. */
  required: z.boolean().default(false),
  choices: z.array(Choice).min(1).max(30),
});
export type ItemOption = z.infer<typeof ItemOption>;

const Category = z.strictObject({ id: Name, name: Label });

/** Something to sell. Its name and aliases are what customers are understood by, accents, capitals, plurals and typos aside. */
export const CatalogItem = z.strictObject({
  /** Stands in orders and in entity values. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,49}$/, "want letters, digits, hyphens, dots and underscores, at most 50"),
  name: Label,
  /** Other names, of any language. */
  aliases: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  category: Name,
  price: Price,
  /** What the price is for, when not a piece: "docena", "kg". */
  unit: Label.optional(),
  description: Label.optional(),
  options: z.array(ItemOption).max(10).default([]),
  /** How many there are, or whether there are any. */
  stock: z.union([z.int().nonnegative().max(1e6), z.enum(["in", "out"])], 'want a number, "in" or "out"').default("in"),
  maxPerOrder: z.int().positive().max(10_000).optional(),
  /** How long before it is picked up it must be ordered. */
  noticeHours: z
    .number()
    .nonnegative()
    .max(24 * 90)
    .default(0),
  /** Shown to who asks about the item: an https URL, or a file below the folder of the business file. */
  image: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .refine(
      (image) => !/^[a-z][a-z0-9+.-]*:/i.test(image) || isLink(image),
      "want an https URL, or a path such as photos/cake.jpg",
    )
    .optional(),
});
export type CatalogItem = z.infer<typeof CatalogItem>;

export const Catalog = z.strictObject({
  /** In the order they are shown. */
  categories: z.array(Category).max(200).default([]),
  items: z.array(CatalogItem).max(10_000).default([]),
});
export type Catalog = z.infer<typeof Catalog>;

/** Whether a picture is a URL; else it is a path. */
export function isLink(image: string): boolean {
  return URL.canParse(image) && new URL(image).protocol === "https:";
}
