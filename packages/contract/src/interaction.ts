import { z } from "zod";

/** `id`: the catalog's retailer id. `price`: of one, in `currency`. */
const OrderedItem = z.object({
  id: z.string(),
  quantity: z.number(),
  price: z.number().optional(),
  currency: z.string().optional(),
});
export type OrderedItem = z.infer<typeof OrderedItem>;

/** What a customer did other than writing: tapped an option, sent a WhatsApp order, shared a place. */
export const Interaction = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("choice"), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal("order"), items: z.array(OrderedItem) }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
]);
export type Interaction = z.infer<typeof Interaction>;

const text = z.string().min(1);
// Meta writes numbers of an order as numbers, some senders as text.
const number = z.union([z.number(), text.transform(Number)]).pipe(z.number());
const optionalText = text.optional().catch(undefined);

const Tapped = z.object({ id: text, title: z.string().catch("") });
const Tap = z.object({
  button_reply: Tapped.optional().catch(undefined),
  list_reply: Tapped.optional().catch(undefined),
});
/** The quick reply of a template. */
const TemplateButton = z.object({ payload: optionalText, text });
const OrderItem = z.object({
  product_retailer_id: z.union([text, z.number().transform(String)]),
  quantity: number.pipe(z.number().positive()),
  item_price: number.optional().catch(undefined),
  currency: optionalText,
});
const Order = z.object({ product_items: z.array(z.unknown()) });
const Place = z.object({
  latitude: number.pipe(z.number().min(-90).max(90)),
  longitude: number.pipe(z.number().min(-180).max(180)),
  name: optionalText,
  address: optionalText,
});

const mostItems = 100;

/** What the content of a `turn.opened` says the customer did; undefined for anything else, and for what cannot be read. */
export function interactionOf(content: unknown): Interaction | undefined {
  const order = Order.safeParse(content).data;
  return order ? orderOf(order) : (choiceOf(content) ?? locationOf(content));
}

function choiceOf(content: unknown): Interaction | undefined {
  const { button_reply, list_reply } = Tap.safeParse(content).data ?? {};
  const tapped = button_reply ?? list_reply;
  if (tapped !== undefined) return { kind: "choice", id: tapped.id, title: tapped.title };
  const button = TemplateButton.safeParse(content).data;
  return button && { kind: "choice", id: button.payload ?? button.text, title: button.text };
}

function orderOf({ product_items }: z.infer<typeof Order>): Interaction | undefined {
  const items = product_items.slice(0, mostItems).flatMap((raw): OrderedItem[] => {
    const item = OrderItem.safeParse(raw).data;
    if (item === undefined) return [];
    const { product_retailer_id: id, quantity, item_price: price, currency } = item;
    return [
      { id, quantity, ...(price === undefined ? {} : { price }), ...(currency === undefined ? {} : { currency }) },
    ];
  });
  return items.length === 0 ? undefined : { kind: "order", items };
}

function locationOf(content: unknown): Interaction | undefined {
  const place = Place.safeParse(content).data;
  if (place === undefined) return undefined;
  const { latitude, longitude, name, address } = place;
  return {
    kind: "location",
    latitude,
    longitude,
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
  };
}
