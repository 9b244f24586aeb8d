import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";

const Answer = z.object({ id: z.number(), value: z.unknown().optional(), error: z.string().optional() });
const Question = z.object({ id: z.number(), name: z.string(), argument: z.unknown().optional() });

const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A program of ours in a process of its own, asked over its IPC channel. */
export type Child = {
  readonly pid: number;
  ask<T>(name: string, argument: unknown, answer: z.ZodType<T>): Promise<T>;
  /** Resolves when it has ended, however. */
  ended: Promise<void>;
  signal(signal: NodeJS.Signals): void;
};

export function startChild(program: URL): Child {
  const child: ChildProcess = fork(fileURLToPath(program), [], { execArgv: ["--import", loader] });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (failure: Error) => void }>();
  let asked = 0;
  child.on("message", (message) => {
    const { id, value, error } = Answer.parse(message);
    const question = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) question?.resolve(value);
    else question?.reject(new Error(error));
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      for (const { reject } of waiting.values()) reject(new Error(`${program.pathname} has ended`));
      waiting.clear();
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    async ask(name, argument, answer) {
      const value = await new Promise<unknown>((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, { resolve, reject });
        child.send({ id, name, argument }, (failure) => failure && reject(failure));
      });
      return answer.parse(value);
    },
    signal: (signal) => void child.kill(signal),
  };
}

/** The child's side: one function per question; the process ends with its parent. */
export function answerParent(answers: Record<string, (argument: unknown) => unknown>): void {
  process.on("disconnect", () => process.exit(0));
  process.on("message", (message) => {
    const { id, name, argument } = Question.parse(message);
    const answer = async () => answers[name]?.(argument);
    void answer().then(
      (value) => process.send?.({ id, value }),
      (failure: unknown) => process.send?.({ id, error: String(failure) }),
    );
  });
}
