import { expect, test } from "vitest";
import { createBreaker } from "./breaker.ts";

function aBreaker() {
  let nowMs = 0;
  const states: string[] = [];
  const breaker = createBreaker({
    failures: 2,
    windowMs: 1_000,
    openMs: 500,
    now: () => nowMs,
    onState: (state) => void states.push(state),
  });
  return { ...breaker, states, pass: (ms: number) => (nowMs += ms) };
}

test("failures that lie further apart than the window do not open it", () => {
  const { enter, pass, state } = aBreaker();
  for (let call = 0; call < 5; call++) {
    enter()?.fail();
    pass(1_000);
  }
  expect(state()).toBe("closed");
});

test("a failed try opens it again for the whole time", () => {
  const { enter, pass, states } = aBreaker();
  enter()?.fail();
  enter()?.fail();
  pass(500);
  enter()?.fail();
  pass(499);
  expect(enter()).toBeUndefined();
  pass(1);
  enter()?.succeed();
  expect(states).toEqual(["open", "half-open", "open", "half-open", "closed"]);
});

test("a try that says nothing about the dependency makes place for another one", () => {
  const { enter, pass } = aBreaker();
  enter()?.fail();
  enter()?.fail();
  pass(500);
  const probe = enter();
  expect(enter()).toBeUndefined();
  probe?.release();
  expect(enter()).toBeDefined();
});

test("calls that began before it opened neither close it nor count against it", () => {
  const { enter, pass, state } = aBreaker();
  const early = [enter(), enter(), enter(), enter()];
  early[0]?.fail();
  early[1]?.fail();
  early[2]?.succeed();
  expect(state()).toBe("open");
  pass(500);
  const probe = enter();
  early[3]?.fail();
  expect(state()).toBe("half-open");
  probe?.succeed();
  expect(state()).toBe("closed");
});
