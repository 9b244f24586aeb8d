import { button, element } from "./dom.js";
import { fieldName, lengthOf, shownValue } from "./file-words.js";
import { word } from "./words.js";

/** The fields of a document, each with how sure it is. */
export function fieldsOf(fields) {
  const head = element("tr", "", ...[word.field, word.value, word.sure].map((name) => headOf(name, "col")));
  const rows = Object.entries(fields).map(([name, field]) => {
    const { value, confidence, where } =
      typeof field === "object" && field !== null && "value" in field ? field : { value: field };
    const row = element("tr", "", headOf(fieldName(name), "row"), cellOf(value), element("td", "", sureOf(confidence)));
    if (where) row.title = where;
    return row;
  });
  return element("table", "fields", element("thead", "", head), element("tbody", "", ...rows));
}

function headOf(name, scope) {
  return Object.assign(element("th", "", name), { scope });
}

function cellOf(value) {
  if (!Array.isArray(value)) return element("td", "", shownValue(value));
  const lines = value.slice(0, 50).map((line) => element("li", "", shownValue(line)));
  return element(
    "td",
    "",
    element("details", "", element("summary", "", shownValue(value)), element("ul", "", ...lines)),
  );
}

function sureOf(confidence) {
  if (typeof confidence !== "number") return "";
  const meter = Object.assign(element("meter"), {
    min: 0,
    max: 1,
    low: 0.6,
    high: 0.85,
    optimum: 1,
    value: confidence,
  });
  const percent = `${Math.round(confidence * 100)} %`;
  meter.setAttribute("aria-hidden", "true");
  return element("span", "sure", meter, percent);
}

/** What was said, piece by piece: each begins to play where it stands in the note. */
export function transcriptOf({ text, segments = [] }, player) {
  if (segments.length === 0) return element("pre", "", text);
  const pieces = segments.map(({ startS, text: said }) => {
    const play = button("piece", said, () => {
      if (!(player instanceof HTMLMediaElement)) return;
      player.currentTime = startS;
      void player.play().catch(() => undefined);
    });
    play.prepend(element("time", "", lengthOf(startS)), " ");
    return element("li", "", play);
  });
  const list = element("ol", "transcript", ...pieces);
  if (player instanceof HTMLMediaElement) {
    player.addEventListener("timeupdate", () => {
      for (const [at, piece] of pieces.entries()) {
        const { startS, endS } = segments[at];
        piece.classList.toggle("now", player.currentTime >= startS && player.currentTime < endS);
      }
    });
  }
  return list;
}
