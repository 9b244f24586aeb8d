import { access, call } from "./api.js";
import { countLetters, load, takeMessage, takeTurn } from "./conversation.js";
import { byId, tell } from "./dom.js";
import { showTurns } from "./turns-view.js";
import { word } from "./words.js";

const againAfterMs = 1000;

function live(on) {
  byId("live").classList.toggle("on", on);
  byId("live").textContent = on ? word.live : access.locked ? word.locked : word.away;
  byId("trouble").hidden = on || access.locked;
  byId("trouble").textContent = word.trouble;
}

/** Follows what the gateway stores for as long as the page is open, or until it wants a token. */
export async function keepListening() {
  for (;;) {
    await listen().catch(() => undefined);
    live(false);
    if (access.locked) return showTurns();
    await new Promise((resolve) => setTimeout(resolve, againAfterMs));
  }
}

// EventSource cannot send the token, so the stream is read by hand.
async function listen() {
  const reader = (await call("/api/events")).body.pipeThrough(new TextDecoderStream()).getReader();
  live(true);
  tell("connected");
  await load();
  for (let rest = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const frames = (rest + value).split("\n\n");
    rest = frames.pop();
    for (const frame of frames) take(frame);
  }
}

function take(frame) {
  const [event, line] = frame.split("\n");
  if (event === "event: turn") {
    const turn = JSON.parse(line.slice(6));
    takeTurn(turn);
    if (turn.processing.media?.items.length > 0) tell("files-came");
  } else if (event === "event: message") takeMessage(JSON.parse(line.slice(6)));
  else if (event === "event: dead-letter") void countLetters().catch(() => undefined);
}
