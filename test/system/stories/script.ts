/**
 * A conversation as it is to go, a line a step; blank lines and `#` lines are skipped.
 * `customer: …` (or any name: each has a chat of their own) says it; `taps: …`, `orders: <item> x3, …`, `shares: image` and `ana taps: …`
 * act; `operator: …` writes as a person, `operator: (takes the chat)` and `(gives it back)` switch the bot.
 * `bot: a | b | /c/` is what the replies to the last act have, `not: …` what they have not, `silence:` that there are none;
 * `lane:`, `intent:` and `language:` is what was decided. `{order}`, `{booking}`, `{ticket}` are the newest numbers said (`{order1}`: the
 * first), `{el}`, `{on}` and the like are days (days.ts).
 */
export type Story = {
  title: string;
  script: string;
  /** What the API shows of each customer's chat at the end. */
  ends?: Readonly<Record<string, object>>;
};

export type Step =
  | { act: "says" | "taps" | "orders" | "shares"; who: string; what: string }
  | { act: "operator"; who: string; what: string }
  | { act: "bot-off" | "bot-on"; who: string }
  | { act: "expect"; wants: string[]; refuses: boolean }
  | { act: "decides"; what: "lane" | "intent" | "language"; value: string }
  | { act: "silent" };

/** The one who acts where a script has a single customer. */
export const lone = "customer";

const acts = { taps: "taps", orders: "orders", shares: "shares" } as const;
const decisions = { lane: "lane", intent: "intent", language: "language" } as const;

/** The steps of a script. Throws on a line that is none. */
export function stepsOf({ title, script }: Story): Step[] {
  const lines = script.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const at = line.indexOf(":");
      const head = at < 0 ? line : line.slice(0, at).trim();
      const step = stepOf(head, line.slice(at + 1).trim());
      if (step === undefined) throw new Error(`“${title}”: no such step: ${line}`);
      return step;
    });
}

function stepOf(head: string, what: string): Step | undefined {
  if (head === "silence") return { act: "silent" };
  if (head === "bot" || head === "not") return { act: "expect", wants: wantsOf(what), refuses: head === "not" };
  const decided = Object.values(decisions).find((one) => one === head);
  if (decided !== undefined) return { act: "decides", what: decided, value: what };
  const [name = "", verb = ""] = head.split(" ");
  const alone = Object.values(acts).find((one) => one === name);
  if (alone !== undefined && verb === "") return { act: alone, who: lone, what };
  if (name === "operator") return operatorStep(verb === "" ? lone : verb, what);
  if (!/^[a-z]+$/.test(name)) return undefined;
  if (verb === "") return { act: "says", who: name, what };
  const act = Object.values(acts).find((one) => one === verb);
  return act === undefined ? undefined : { act, who: name, what };
}

function operatorStep(who: string, what: string): Step {
  if (what === "(takes the chat)") return { act: "bot-off", who };
  return what === "(gives it back)" ? { act: "bot-on", who } : { act: "operator", who, what };
}

function wantsOf(what: string): string[] {
  return what.split(" | ").map((want) => want.trim());
}
