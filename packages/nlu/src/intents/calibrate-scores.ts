/** The best share of a text that training has not seen, and what came of it. `strange`: its intent was unknown to the model. */
export type Judged = { share: number; outcome: "right" | "wrong" | "strange" };

/** A logistic curve from a share's log-odds to a confidence, and the confidence from which an intent is accepted. */
export type Calibration = { slope: number; offset: number; threshold: number };

/** How often the best intent is right when it has this share. */
export function confidenceOf(share: number, { slope, offset }: Pick<Calibration, "slope" | "offset">): number {
  return 1 / (1 + Math.exp(-(slope * logOdds(share) + offset)));
}

/** The curve that makes confidences true, and the threshold that tells known intents from unknown ones. */
export function calibrateScores(judged: readonly Judged[]): Calibration {
  const curve = fitCurve(judged.filter(({ outcome }) => outcome !== "strange"));
  return { ...curve, threshold: bestThreshold(judged, curve) };
}

/** Platt's method: logistic regression on the log-odds by Newton's steps. */
function fitCurve(known: readonly Judged[]): { slope: number; offset: number } {
  const right = known.filter(({ outcome }) => outcome === "right").length;
  // Never quite 1 or 0, so that a few texts that are all right do not make everything certain.
  const targets = { right: (right + 1) / (right + 2), wrong: 1 / (known.length - right + 2) };
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 25; round++) {
    // A weak pull of the slope to 1 keeps the curve rising where there is little to learn from.
    const sums = { slope: pull * (1 - slope), offset: 0, squares: pull, cross: 0, count: 1e-3 };
    for (const { share, outcome } of known) {
      const odds = logOdds(share);
      const confidence = confidenceOf(share, { slope, offset });
      const error = (outcome === "right" ? targets.right : targets.wrong) - confidence;
      const weight = confidence * (1 - confidence);
      sums.slope += error * odds;
      sums.offset += error;
      sums.squares += weight * odds * odds;
      sums.cross += weight * odds;
      sums.count += weight;
    }
    const determinant = sums.squares * sums.count - sums.cross * sums.cross;
    slope += limited((sums.slope * sums.count - sums.offset * sums.cross) / determinant);
    offset += limited((sums.offset * sums.squares - sums.slope * sums.cross) / determinant);
  }
  return { slope: Math.max(slope, 0.1), offset };
}
const pull = 1;
const limited = (step: number) => Math.min(1, Math.max(-1, step));

/** Refusing a customer who was understood costs as much as taking this many strangers for customers. */
const costOfRefusal = 3;
const candidates = Array.from({ length: 91 }, (_, index) => 0.05 + index / 100);
/** The middle of all that are about as good: a few texts more or less must not move it far. */
const nearlyBest = 0.02;

function bestThreshold(judged: readonly Judged[], curve: { slope: number; offset: number }): number {
  const confidences = (wanted: Judged["outcome"]) =>
    judged.filter(({ outcome }) => outcome === wanted).map(({ share }) => confidenceOf(share, curve));
  const understood = confidences("right");
  const strange = confidences("strange");
  if (understood.length === 0 || strange.length === 0) return 0.5;
  const values = candidates.map(
    (threshold) => costOfRefusal * shareFrom(understood, threshold) + 1 - shareFrom(strange, threshold),
  );
  const enough = Math.max(...values) - nearlyBest;
  const good = candidates.filter((_, index) => (values[index] ?? 0) >= enough);
  return good.reduce((sum, threshold) => sum + threshold, 0) / good.length;
}

function shareFrom(confidences: readonly number[], threshold: number): number {
  return confidences.filter((confidence) => confidence >= threshold).length / confidences.length;
}

function logOdds(share: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, share));
  return Math.log(inside / (1 - inside));
}
