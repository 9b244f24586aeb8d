import { createCatalogIndex } from "./catalog/catalog-index.ts";
import { productRecognizer } from "./catalog/product.ts";
import { type CustomEntity, customRecognizer, ownOrderIdRecognizer } from "./custom/custom-entity.ts";
import { datetimeRecognizer } from "./datetime/datetime-recognizer.ts";
import { amountRecognizer } from "./entities/amounts.ts";
import { emailRecognizer } from "./identifiers/email.ts";
import { lookAlikeRecognizer } from "./identifiers/look-alikes.ts";
import { bookingCodeRecognizer, orderIdRecognizer } from "./identifiers/order-id.ts";
import { phoneRecognizer } from "./identifiers/phone.ts";
import { urlRecognizer } from "./identifiers/url.ts";
import { locationRecognizer } from "./names/location.ts";
import { orgRecognizer } from "./names/org.ts";
import { personRecognizer } from "./names/person.ts";
import type { Recognizer } from "./recognizer.ts";

/** An item of the catalog as customers may call it. */
export type CatalogName = { id: string; name: string; aliases: readonly string[] };

export type RecognizerOptions = {
  catalog?: readonly CatalogName[];
  /** Types of entity that the business file defines. */
  custom?: readonly CustomEntity[];
  /** Patterns of the business's own order ids, in RE2's syntax. */
  orderIdPatterns?: readonly string[];
};

/** All recognizers for one business. Build once, not per message. Throws `PatternError` for a pattern of the business that cannot be used. */
export function createRecognizers({
  catalog = [],
  custom = [],
  orderIdPatterns = [],
}: RecognizerOptions = {}): Recognizer[] {
  return [
    datetimeRecognizer,
    amountRecognizer,
    phoneRecognizer,
    emailRecognizer,
    urlRecognizer,
    orderIdRecognizer,
    bookingCodeRecognizer,
    lookAlikeRecognizer,
    productRecognizer(createCatalogIndex(catalog)),
    personRecognizer,
    locationRecognizer,
    orgRecognizer,
    ...custom.map(customRecognizer),
    ...(orderIdPatterns.length === 0 ? [] : [ownOrderIdRecognizer(orderIdPatterns)]),
  ];
}
