import { expect, test } from "vitest";
import { calibrateScores, confidenceOf, type Judged } from "./calibrate-scores.ts";

const many = (count: number, share: number, outcome: Judged["outcome"]): Judged[] =>
  Array.from({ length: count }, () => ({ share, outcome }));

test("a confidence is how often such a share was right", () => {
  const judged = [
    ...many(90, 0.8, "right"),
    ...many(10, 0.8, "wrong"),
    ...many(50, 0.3, "right"),
    ...many(50, 0.3, "wrong"),
  ];
  const curve = calibrateScores(judged);
  expect(confidenceOf(0.8, curve)).toBeCloseTo(0.9, 1);
  expect(confidenceOf(0.3, curve)).toBeCloseTo(0.5, 1);
});

test("the threshold lies between texts that were understood and texts of unknown intents", () => {
  const curve = calibrateScores([...many(50, 0.7, "right"), ...many(50, 0.2, "strange"), ...many(5, 0.3, "wrong")]);
  expect(curve.threshold).toBeGreaterThan(confidenceOf(0.2, curve));
  expect(curve.threshold).toBeLessThanOrEqual(confidenceOf(0.7, curve));
});

test("a larger share never has less confidence, whatever was judged", () => {
  const curve = calibrateScores([...many(9, 0.1, "right"), ...many(9, 0.9, "wrong")]);
  expect(confidenceOf(0.9, curve)).toBeGreaterThan(confidenceOf(0.1, curve));
});

test("without anything to judge there is still a threshold", () => {
  expect(calibrateScores([])).toMatchObject({ threshold: 0.5 });
});
