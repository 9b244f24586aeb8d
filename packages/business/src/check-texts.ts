import type { Business } from "./business.ts";
import type { Complain, Path } from "./check-meaning.ts";
import { replyOf } from "./default-replies.ts";
import { facts, presentFacts } from "./replies.ts";
import type { Variables } from "./reply-text.ts";
import { problemsOfTemplate } from "./templates.ts";
import type { Label, Translated } from "./translated.ts";

/** Every text is there in every language, and every template can be filled. */
export function checkTexts(business: Business, complain: Complain): void {
  const present = new Set(Object.keys(presentFacts(business)));
  const complete = (text: Label | Translated | undefined, path: Path) => {
    if (text === undefined) return;
    for (const language of business.languages) {
      if (text[language] === undefined) complain(path, `has no text in "${language}"`);
    }
  };
  const fillable = (text: Translated, path: Path, variables: Variables) => {
    for (const [language, template] of Object.entries(text)) {
      for (const problem of problemsOfTemplate(template, variables, present)) complain([...path, language], problem);
    }
  };
  const answer = (text: Translated | undefined, path: Path) => {
    complete(text, path);
    if (text !== undefined) fillable(text, path, facts);
  };
  for (const [path, label] of labelsOf(business)) complete(label, path);
  answer(business.address?.directions, ["address", "directions"]);
  for (const [index, { reply }] of business.intents.entries()) answer(reply, ["intents", index, "reply"]);
  for (const [index, faq] of business.faqs.entries()) answer(faq.answer, ["faqs", index, "answer"]);
  for (const [index, { instructions }] of business.ordering.payments.entries()) {
    answer(instructions, ["ordering", "payments", index, "instructions"]);
  }
  for (const [key, text] of Object.entries(business.replies)) {
    const standard = replyOf(key);
    if (standard === undefined) complain(["replies", key], "is no reply; see `npx parley business replies`");
    else fillable(text, ["replies", key], { ...facts, ...standard.variables });
  }
}

function labelsOf({ holidays, catalog, ordering, bookings, support, pages }: Business): [Path, Label | undefined][] {
  const named = (path: Path, list: readonly { name: Label }[]): [Path, Label][] =>
    list.map(({ name }, index) => [[...path, index, "name"], name]);
  return [
    ...named(["holidays"], holidays),
    ...named(["catalog", "categories"], catalog.categories),
    ...named(["catalog", "items"], catalog.items),
    ...catalog.items.flatMap(({ unit, description, options }, item): [Path, Label | undefined][] => [
      [["catalog", "items", item, "unit"], unit],
      [["catalog", "items", item, "description"], description],
      ...named(["catalog", "items", item, "options"], options),
      ...options.flatMap(({ choices }, at) => named(["catalog", "items", item, "options", at, "choices"], choices)),
    ]),
    ...named(["ordering", "delivery", "zones"], ordering.delivery?.zones ?? []),
    ...named(["ordering", "payments"], ordering.payments),
    ...named(["bookings"], bookings),
    ...named(["support", "categories"], support.categories),
    ...pages.flatMap(({ title, text }, index): [Path, Label][] => [
      [["pages", index, "title"], title],
      [["pages", index, "text"], text],
    ]),
  ];
}
