import type { Command, Terminal } from "./command.ts";
import { businessCheck } from "./commands/business-check.ts";
import { businessReplies } from "./commands/business-replies.ts";
import { forget } from "./commands/forget.ts";

/** In the order `help` shows them. A new command is a file in `commands/` and a line here. */
const commands: readonly Command[] = [businessCheck, businessReplies, forget];

/** Runs `parley <args>`; 0 = done, 1 = not, 2 = no such command. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first = "help"] = args;
  if (["help", "--help", "-h"].includes(first)) {
    for (const line of helpLines()) terminal.print(line);
    return 0;
  }
  for (const command of commands) {
    const words = command.name.split(" ");
    if (words.every((word, at) => args[at] === word)) return command.run(args.slice(words.length), terminal);
  }
  terminal.complain(`There is no command "${args.join(" ")}".`);
  for (const line of helpLines()) terminal.complain(line);
  return 2;
}

function helpLines(): string[] {
  const calls = commands.map(({ name, usage }) => `parley ${name} ${usage}`.trim());
  const width = Math.max(...calls.map((call) => call.length));
  return ["Usage:", ...commands.map(({ summary }, at) => `  ${(calls[at] ?? "").padEnd(width)}  ${summary}`)];
}
