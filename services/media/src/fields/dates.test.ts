import { describe, expect, test } from "vitest";
import { dateOrderOf, datesOf } from "./dates.ts";
import { readDates } from "./document-dates.ts";
import { aLine, aPage } from "./page.fixture.ts";
import { pageLines } from "./page-lines.ts";

describe("dates as printed", () => {
  test.each([
    ["Fecha: 5 de marzo de 2026", "2026-03-05"],
    ["Date: March 5, 2026", "2026-03-05"],
    ["Datum: 5. März 2026", "2026-03-05"],
    ["Le 5 août 2026", "2026-08-05"],
    ["Data: 05-MAR-26", "2026-03-05"],
    ["2026-03-05 10:20", "2026-03-05"],
    ["05.03.26", "2026-03-05"],
    ["5/3/2026", "2026-03-05"],
    ["19 04 2026", "2026-04-19"],
    ["03/25/2026", "2026-03-25"],
  ])("%s", (text, value) => {
    expect(datesOf(aLine(text), "day-first").map((date) => date.value)).toEqual([value]);
  });

  test("a day that does not exist is none", () => {
    expect(datesOf(aLine("31/02/2026 99/99/2026"), "day-first")).toEqual([]);
  });

  test("one date that can only be month first decides for all of the page", () => {
    const lines = pageLines(aPage("Date 03/04/2026\nShipped 03/25/2026"));
    expect(dateOrderOf(lines, false)).toBe("month-first");
    expect(readDates(lines, false).issue?.value).toBe("2026-03-04");
  });
});

describe("which date is the document's", () => {
  const datesIn = (text: string) => readDates(pageLines(aPage(text)), false);

  test("the labelled one, not that of delivery or order", () => {
    const { issue, due } = datesIn(
      "Fecha de entrega: 01/02/2026\nFecha de factura: 03/02/2026\nFecha de vencimiento: 05/03/2026",
    );
    expect([issue?.value, due?.value]).toEqual(["2026-02-03", "2026-03-05"]);
  });

  test("the one behind the number of the invoice", () => {
    expect(datesIn("Rechnung Nr. 88-17 vom 12.01.2026\nLeistungsdatum: 10.01.2026").issue?.value).toBe("2026-01-12");
  });

  test("the one under its heading", () => {
    expect(datesIn("Invoice date   Due date\n02/03/2026   01/04/2026")).toMatchObject({
      issue: { value: "2026-03-02" },
      due: { value: "2026-04-01" },
    });
  });

  test("on a receipt the one with a time", () => {
    expect(datesIn("Bar La Plaza\n07/08/2026 21:45\nTotal 12,00").issue?.value).toBe("2026-08-07");
  });
});
