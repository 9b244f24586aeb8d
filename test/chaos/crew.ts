import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Child } from "../bench/child.ts";

/** Worker processes of one kind: some of them may be frozen, killed, or leaving. */
export type Crew = ReturnType<typeof createCrew>;

/** `start` gives a process that works already, or throws when it could not begin (its server is down). */
export function createCrew(start: () => Promise<Child>) {
  const members = new Set<Child>();
  const frozen = new Set<Child>();
  /** Tried again until it works: a fault may be under way. */
  const add = async (): Promise<Child> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const child = await start();
        members.add(child);
        void child.ended.then(() => members.delete(child));
        return child;
      } catch (failure) {
        if (attempt === 50) throw failure;
        await sleep(200);
      }
    }
  };
  return {
    add,
    /** One that is neither frozen nor gone. */
    pick(): Child {
      const able = [...members].filter((child) => !frozen.has(child));
      const one = able[Math.floor(Math.random() * able.length)];
      if (!one) throw new Error("no worker is left");
      return one;
    },
    async kill(child: Child): Promise<void> {
      child.signal("SIGKILL");
      await child.ended;
    },
    freeze(child: Child): void {
      frozen.add(child);
      child.signal("SIGSTOP");
    },
    thaw(child: Child): void {
      frozen.delete(child);
      child.signal("SIGCONT");
    },
    /** In order: hands over, then ends. */
    async leave(child: Child): Promise<void> {
      frozen.add(child); // no longer to be picked
      await child.ask("stop", {}, z.unknown());
      child.signal("SIGKILL");
      await child.ended;
      frozen.delete(child);
    },
    all: () => [...members],
    size: () => members.size,
  };
}
