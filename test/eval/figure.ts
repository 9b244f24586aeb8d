/** One line of the report: what was measured, against what. Figures in percent unless the measure says otherwise. */
export type Figure = {
  /** As in the list of goals: `E1`, `I2`. */
  id: string;
  measure: string;
  value: number;
  goal: number;
  /** Higher is better unless this says that the goal is a bound. */
  bound?: true;
  /** The best JavaScript library on the same data, as measured for the choice of libraries. */
  library?: string;
};

export function isMet({ value, goal, bound }: Figure): boolean {
  return bound === true ? value <= goal : value >= goal;
}

export function tableOf(figures: readonly Figure[]): Record<string, string>[] {
  return figures.map((figure) => ({
    "#": figure.id,
    measure: figure.measure,
    measured: shown(figure.value),
    goal: `${figure.bound === true ? "≤" : "≥"} ${figure.goal}`,
    met: isMet(figure) ? "yes" : "NO",
    "best JS library": figure.library ?? "",
  }));
}

function shown(value: number): string {
  if (Number.isNaN(value)) return "-";
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en") : value.toFixed(value < 1 ? 3 : 1);
}
