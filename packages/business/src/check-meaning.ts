import { compilePattern, PatternError } from "@parley/nlu/custom/safe-pattern";
import { entityTypes } from "@parley/nlu/entity";
import type { z } from "zod";
import type { Business } from "./business.ts";
import { checkTexts } from "./check-texts.ts";
import { foldName } from "./fold-name.ts";
import type { OpenSpan, Week } from "./hours.ts";
import { isStandardIntent } from "./standard-intents.ts";

export type Path = readonly (string | number)[];
export type Complain = (path: Path, message: string) => void;

/** What the shape alone cannot say: things referred to exist, ids are unique, hours have an order, templates can be filled. */
export function checkMeaning(business: Business, issues: z.core.$RefinementCtx): void {
  const complain: Complain = (path, message) => issues.addIssue({ code: "custom", path: [...path], message });
  checkIds(business, complain);
  checkLanes(business, complain);
  checkCatalog(business, complain);
  checkBookings(business, complain);
  checkHours(business, complain);
  checkEntities(business, complain);
  checkTexts(business, complain);
  if (new Set(business.languages).size < business.languages.length)
    complain(["languages"], "a language is there twice");
}

function checkIds(business: Business, complain: Complain): void {
  const { lanes, intents, faqs, pages, catalog, ordering, bookings, support, entities } = business;
  const unique = (path: Path, key: string, ids: readonly string[]) => {
    const seen = new Set<string>();
    for (const [index, id] of ids.entries()) {
      if (seen.has(id)) complain([...path, index, key], `"${id}" is there twice`);
      seen.add(id);
    }
  };
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  unique(
    ["lanes"],
    "name",
    lanes.map(({ name }) => name),
  );
  unique(
    ["intents"],
    "name",
    intents.map(({ name }) => name),
  );
  unique(["faqs"], "id", idsOf(faqs));
  unique(["pages"], "id", idsOf(pages));
  unique(["catalog", "categories"], "id", idsOf(catalog.categories));
  unique(["catalog", "items"], "id", idsOf(catalog.items));
  unique(["ordering", "payments"], "id", idsOf(ordering.payments));
  unique(["ordering", "delivery", "zones"], "id", idsOf(ordering.delivery?.zones ?? []));
  unique(["bookings"], "id", idsOf(bookings));
  unique(["support", "categories"], "id", idsOf(support.categories));
  unique(
    ["entities"],
    "type",
    entities.map(({ type }) => type),
  );
  for (const [item, { options }] of catalog.items.entries()) {
    unique(["catalog", "items", item, "options"], "id", idsOf(options));
    for (const [option, { choices }] of options.entries()) {
      unique(["catalog", "items", item, "options", option, "choices"], "id", idsOf(choices));
    }
  }
}

function checkLanes({ lanes, intents, faqs }: Business, complain: Complain): void {
  const known = new Set(lanes.map(({ name }) => name));
  const check = (lane: string, path: Path) => {
    if (!known.has(lane)) complain([...path, "lane"], `"${lane}" is not one of the lanes: ${[...known].join(", ")}`);
  };
  for (const [index, faq] of faqs.entries()) check(faq.lane, ["faqs", index]);
  for (const [index, intent] of intents.entries()) {
    if (intent.lane !== undefined) check(intent.lane, ["intents", index]);
    if (isStandardIntent(intent.name)) continue;
    if (intent.lane === undefined)
      complain(["intents", index], `"${intent.name}" is no standard intent and needs a lane`);
    if (intent.keywords === undefined && Object.keys(intent.examples).length === 0) {
      complain(["intents", index], `"${intent.name}" is no standard intent and needs examples`);
    }
  }
}

function checkCatalog({ catalog, languages }: Business, complain: Complain): void {
  const categories = new Set(catalog.categories.map(({ id }) => id));
  const names = new Map<string, string>();
  for (const [index, item] of catalog.items.entries()) {
    const path = ["catalog", "items", index];
    if (!categories.has(item.category)) complain([...path, "category"], `there is no category "${item.category}"`);
    for (const name of new Set(languages.flatMap((language) => foldName(item.name[language] ?? "") || []))) {
      const other = names.get(name);
      if (other !== undefined && other !== item.id)
        complain([...path, "name"], `"${name}" is also the name of "${other}"`);
      names.set(name, item.id);
    }
    for (const [option, { choices }] of item.options.entries()) {
      if (choices.every(({ priceDelta }) => item.price + priceDelta >= 0)) continue;
      complain([...path, "options", option], "a choice makes the price negative");
    }
  }
}

function checkBookings({ bookings, catalog, ordering }: Business, complain: Complain): void {
  const items = new Set(catalog.items.map(({ id }) => id));
  for (const [index, booking] of bookings.entries()) {
    const path = ["bookings", index];
    for (const [at, id] of booking.services.entries()) {
      if (!items.has(id)) complain([...path, "services", at], `there is no catalog item "${id}"`);
    }
    if (booking.slots.includes("service") && booking.services.length === 0) {
      complain([...path, "slots"], "asks for a service, but there are no services");
    }
    if (!(booking.slots.includes("date") && booking.slots.includes("time"))) {
      complain([...path, "slots"], "wants at least date and time");
    }
    if (new Set(booking.slots).size < booking.slots.length) complain([...path, "slots"], "a slot is there twice");
    if (booking.minPeople > booking.maxPeople) complain([...path, "minPeople"], "is more than maxPeople");
  }
  if (ordering.enabled && catalog.items.length === 0)
    complain(["ordering", "enabled"], "there is nothing to order in the catalog");
  if (ordering.enabled && !ordering.pickup && ordering.delivery === undefined) {
    complain(["ordering", "pickup"], "neither pick-up nor delivery");
  }
}

function checkHours({ hours, bookings, holidays }: Business, complain: Complain): void {
  const checkWeek = (week: Week | undefined, path: Path) => {
    for (const [day, spans] of Object.entries(week ?? {})) checkSpans(spans, [...path, day]);
  };
  const checkSpans = (spans: readonly OpenSpan[], path: Path) => {
    for (const [index, { from }] of spans.entries()) {
      const before = spans[index - 1];
      if (before !== undefined && from < before.to) complain([...path, index], "begins before the span above it ends");
    }
  };
  checkWeek(hours, ["hours"]);
  for (const [index, booking] of bookings.entries()) checkWeek(booking.hours, ["bookings", index, "hours"]);
  for (const [index, { date, until, hours: spans }] of holidays.entries()) {
    checkSpans(spans, ["holidays", index, "hours"]);
    if (until === undefined) continue;
    if (date.kind !== "once") complain(["holidays", index, "until"], "only goes with a date that has a year");
    else if (until < date.date) complain(["holidays", index, "until"], "is before the date");
  }
}

function checkEntities({ entities }: Business, complain: Complain): void {
  const found: ReadonlySet<string> = new Set(entityTypes);
  for (const [index, { type, patterns }] of entities.entries()) {
    if (found.has(type) && type !== "order_id") complain(["entities", index, "type"], `"${type}" is found already`);
    for (const [at, pattern] of patterns.entries()) {
      try {
        compilePattern(pattern);
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        complain(["entities", index, "patterns", at], error.message);
      }
    }
  }
}
