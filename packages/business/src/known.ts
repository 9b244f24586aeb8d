import type { Business } from "./business.ts";
import { type Calendar, createCalendar } from "./calendar.ts";
import type { CatalogItem } from "./catalog.ts";
import { createReplyTexts, type ReplyTexts } from "./replies.ts";
import { createRetrieval, type Retrieval } from "./retrieval.ts";

/** A business file made ready to answer from; made once for each version of it. Nothing of it changes. */
export type Known = {
  business: Business;
  texts: ReplyTexts;
  /** Of the shop. */
  calendar: Calendar;
  /** By booking id: its own hours or the shop's. */
  bookingCalendars: ReadonlyMap<string, Calendar>;
  /** Of FAQs and pages. */
  retrieval: Retrieval;
  itemsById: ReadonlyMap<string, CatalogItem>;
};

/** Takes some 100 ms for 1,000 FAQs and 10,000 items. */
export function prepareKnown(business: Business): Known {
  return {
    business,
    texts: createReplyTexts(business),
    calendar: createCalendar(business, business.hours),
    bookingCalendars: new Map(
      business.bookings.map(({ id, hours }) => [
        id,
        createCalendar(business, hours ?? business.hours, { within: hours !== undefined }),
      ]),
    ),
    retrieval: createRetrieval(business),
    itemsById: new Map(business.catalog.items.map((item) => [item.id, item])),
  };
}
