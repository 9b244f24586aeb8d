import { dirname } from "node:path";
import { readBusiness, readBusinessFile } from "@parley/business/load";
import { standardIntentNames } from "@parley/business/standard-intents";
import { warningsOf } from "@parley/business/warnings";
import { CodedError } from "@parley/contract/errors";
import type { Command } from "../command.ts";

export const businessCheck: Command = {
  name: "business check",
  usage: "[file]",
  summary: "what is wrong with a business file, with lines; what it has if nothing is",
  run: ([file], { print, complain, businessFile }) => {
    const path = file ?? businessFile;
    let yaml: string;
    try {
      yaml = readBusinessFile(path);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      complain(error.message);
      return 1;
    }
    const { business, problems, lineOf } = readBusiness(yaml, path, dirname(path));
    if (business === undefined) {
      for (const problem of problems) complain(problem);
      complain(`${count(problems.length, "problem")}: the file is not usable.`);
      return 1;
    }
    const warnings = warningsOf(business);
    for (const { path: place, message } of warnings) {
      print(`${path}:${lineOf(place)} warning: ${place.join(".")}: ${message}`);
    }
    const { name, languages, intents, catalog, faqs, pages, bookings, entities } = business;
    const all = new Set([...standardIntentNames, ...intents.map((intent) => intent.name)]);
    print(
      `${path}: ${name}, ${languages.join(" and ")}: ${[
        count(all.size, "intent"),
        count(catalog.items.length, "item"),
        count(faqs.length, "FAQ"),
        count(pages.length, "page"),
        count(bookings.length, "booking"),
        count(entities.length, "entity", "entities"),
        count(warnings.length, "warning"),
      ].join(", ")}.`,
    );
    return 0;
  },
};

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
