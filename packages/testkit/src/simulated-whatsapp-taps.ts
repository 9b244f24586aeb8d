import type { SentMessage } from "./simulated-whatsapp-sent.ts";
import { messageReceived, type Sender } from "./whatsapp-payloads.ts";

export type OrderedProduct = { id: string; quantity: number; price?: number; currency?: string };
type Tapped = { option: string; message?: string | undefined };

/** The webhook of a tap on an option, as Meta sends it. Undefined when none of the messages has it. */
export function tapReceived(
  sender: Sender,
  sent: readonly SentMessage[],
  { option, message }: Tapped,
): object | undefined {
  const asked = sent.filter(({ id, options }) => options !== undefined && (message === undefined || id === message));
  const from = asked.findLast(({ options }) => options?.some(({ id }) => id === option));
  const tapped = from?.options?.find(({ id }) => id === option);
  if (from?.tap === undefined || tapped === undefined) return undefined;
  const type = from.tap;
  const context = { from: from.account, id: from.id };
  return messageReceived({ ...sender, context }, "interactive", { type, [type]: tapped });
}

/** The webhook of an order from the business's WhatsApp catalog. */
export function orderReceived(sender: Sender, items: readonly OrderedProduct[], text?: string): object {
  const product_items = items.map(({ id, quantity, price, currency }) => ({
    product_retailer_id: id,
    quantity,
    item_price: price ?? 0,
    currency: currency ?? "MXN",
  }));
  return messageReceived(sender, "order", { catalog_id: "300000000000001", text, product_items });
}
