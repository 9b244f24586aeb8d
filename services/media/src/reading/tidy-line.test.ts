import { describe, expect, test } from "vitest";
import { tidyLine } from "./tidy-line.ts";

const line = (text: string, confidence = 0.9) => text.split(" ").map((word) => ({ text: word, confidence }));

describe("a line of recognised words", () => {
  test("is the words with the confidence of their letters", () => {
    const words = [
      { text: "Total", confidence: 0.9 },
      { text: "12,00", confidence: 0.7 },
    ];
    expect(tidyLine(words)).toEqual({ text: "Total 12,00", confidence: 0.8 });
  });

  test("leaves out what dust reads as, and keeps the signs and short words that are sure", () => {
    const dust = [
      { text: "|", confidence: 0.4 },
      { text: "ñ", confidence: 0.3 },
    ];
    expect(tidyLine([...dust, ...line("2 x Café - 3,20"), ...dust])?.text).toBe("2 x Café - 3,20");
  });

  test("keeps a long word that is doubtful: it may be right in part", () => {
    expect(tidyLine([...line("Gracias"), { text: "visita", confidence: 0.35 }])?.text).toBe("Gracias visita");
  });

  test("is none when it is only noise", () => {
    expect(tidyLine(line("lOE EOIENEE", 0.2))).toBeUndefined();
    expect(tidyLine(line("— |", 0.5))).toBeUndefined();
    expect(tidyLine([])).toBeUndefined();
  });

  test.each([
    ["Serv Charge 5. 06", "Serv Charge 5.06"],
    ["TOTAL -30, 00 EUR", "TOTAL -30,00 EUR"],
    ["IVA 4 ,96", "IVA 4,96"],
  ])("makes an amount whole that was read in two: %s", (read, whole) => {
    expect(tidyLine(line(read))?.text).toBe(whole);
  });

  test.each(["Mesa 5. 12 comensales 3", "Pág. 1, 20 de mayo", "IVA 5. 10%", "21. 06. 2026", "C/ Sol 5, 28013 Madrid"])(
    "leaves numbers alone that are no amount: %s",
    (text) => {
      expect(tidyLine(line(text))?.text).toBe(text);
    },
  );
});
