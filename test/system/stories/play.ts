import assert from "node:assert/strict";
import { type Day, dayWords } from "./days.ts";
import { type Step, type Story, stepsOf } from "./script.ts";

/** What a customer's turn brought: the replies to it in order, and what was decided about it. */
export type Heard = { replies: string[]; lane: string; intent: string; language: string };

/** Where a story is played; each `who` is a chat of its own. */
export type Stage = {
  says: (who: string, text: string) => Promise<Heard>;
  /** Taps the option of this title on the newest message that has it. */
  taps: (who: string, title: string) => Promise<Heard>;
  /** Sends an order from the WhatsApp catalog. */
  orders: (who: string, items: { id: string; quantity: number }[]) => Promise<Heard>;
  /** Sends a file of this kind. */
  shares: (who: string, kind: string) => Promise<Heard>;
  /** A person of the business writes; resolves once the customer has it. */
  operator: (who: string, text: string) => Promise<void>;
  switchBot: (who: string, enabled: boolean) => Promise<void>;
  /** The state of the chat's conversation. */
  conversation: (who: string) => Promise<unknown>;
};

/** Plays the conversation of a story; `checkEnds` is for what has become of it. A line that does not hold fails with the conversation so far. */
export async function play(story: Story, stage: Stage, day: Day): Promise<string[]> {
  const told: string[] = [];
  const names: Record<string, string> = { ...dayWords(day) };
  let heard: Heard | undefined;
  for (const step of stepsOf(story)) {
    if (isAct(step)) {
      const said = { ...step, ...("what" in step ? { what: filled(step.what, names) } : {}) };
      told.push(`${step.who} ${step.act}: ${"what" in said ? said.what : ""}`);
      heard = (await act(said, stage)) ?? heard;
      told.push(...(heard?.replies ?? []).map((reply) => `   bot: ${reply.replaceAll("\n", "\n        ")}`));
      note(names, heard?.replies ?? []);
    } else check(step, { heard, names, told: [story.title, ...told].join("\n") });
  }
  return told;
}

type Act = Exclude<Step, { act: "expect" | "decides" | "silent" }>;
function isAct(step: Step): step is Act {
  return step.act !== "expect" && step.act !== "decides" && step.act !== "silent";
}

async function act(step: Act, stage: Stage): Promise<Heard | undefined> {
  switch (step.act) {
    case "says":
      return stage.says(step.who, step.what);
    case "taps":
      return stage.taps(step.who, step.what);
    case "orders":
      return stage.orders(step.who, itemsOf(step.what));
    case "shares":
      return stage.shares(step.who, step.what);
    case "operator":
      await stage.operator(step.who, step.what);
      return undefined;
    default:
      await stage.switchBot(step.who, step.act === "bot-on");
      return undefined;
  }
}

/** "concha-vainilla x3, cafe-olla". */
function itemsOf(what: string): { id: string; quantity: number }[] {
  return what.split(",").map((part) => {
    const [id = "", count = "x1"] = part.trim().split(" ");
    return { id, quantity: Number(count.slice(1)) };
  });
}

type Scene = { heard: Heard | undefined; names: Readonly<Record<string, string>>; told: string };

function check(step: Exclude<Step, Act>, { heard, names, told }: Scene): void {
  const replies = heard?.replies ?? [];
  if (step.act === "silent") assert.deepEqual(replies, [], `${told}\n\nwanted silence`);
  if (step.act === "decides") {
    assert.equal(heard?.[step.what], step.value, `${told}\n\n${step.what}: ${heard?.[step.what]}`);
  }
  if (step.act !== "expect") return;
  const said = plain(replies.join("\n"));
  for (const want of step.wants.map((one) => filled(one, names))) {
    const pattern = /^\/(.+)\/$/s.exec(want)?.[1];
    const found = pattern === undefined ? said.includes(plain(want)) : new RegExp(pattern, "i").test(said);
    assert.equal(found, !step.refuses, `${told}\n\n${step.refuses ? "unwanted" : "missing"}: ${want}`);
  }
}

/** Small letters and plain spaces: money is written with a narrow one. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\u00a0\u202f]/g, " ");
}

const numbers = { order: /\bP-\d+/, booking: /\b[MD]-\d+/, ticket: /\bC-\d+/ } as const;

/** Numbers in the order they come up: `{order1}`, `{order2}` …, the newest also as `{order}`; so for bookings and tickets. */
function note(names: Record<string, string>, replies: readonly string[]): void {
  for (const [kind, pattern] of Object.entries(numbers)) {
    for (const found of replies.flatMap((reply) => pattern.exec(reply) ?? [])) {
      if (Object.values(names).includes(found)) continue;
      const count = Object.keys(names).filter((name) => new RegExp(`^${kind}\\d`).test(name)).length;
      names[`${kind}${count + 1}`] = found;
      names[kind] = found;
    }
  }
}

function filled(text: string, names: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z]+\d?)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`nothing is known as {${name}}`);
    return value;
  });
}
