import { defaultReplies } from "@parley/business/default-replies";
import type { Command } from "../command.ts";

export const businessReplies: Command = {
  name: "business replies",
  usage: "[word]",
  summary: "the replies a business file may put in its own words, with their variables and standard texts",
  run: ([word = ""], { print, complain }) => {
    const found = Object.entries(defaultReplies).filter(([key]) => key.includes(word));
    for (const [key, { variables, es, en }] of found) {
      const names = Object.entries(variables).map(
        ([name, kind]) => `${name}: ${typeof kind === "string" ? kind : kind.join("|")}`,
      );
      print(names.length === 0 ? key : `${key} (${names.join(", ")})`);
      print(`  es: ${JSON.stringify(es)}`);
      print(`  en: ${JSON.stringify(en)}`);
    }
    if (found.length > 0) return 0;
    complain(`No reply has "${word}" in its name.`);
    return 1;
  },
};
