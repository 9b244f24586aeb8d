import type { HeardSegment } from "./speech-engine.ts";

// What these models say when nobody speaks: the ends of films and clips they learned from.
const phantoms = [
  /^(subtitulos?|subtitles?|subtitled|subtitulado|legendas|captions?|closed captions?) (realizados?|hechos?|creados?|por|de|by|made|provided|pela)\b/,
  /\bamara org\b/,
  /^(muchas )?gracias por (ver|mirar)( (el|este|mi|nuestro))?( (video|canal|programa))?( (completo|hasta el final))?$/,
  /^(thank you|thanks)( so much| very much)? for (watching|viewing)( (this|the|my|our) (video|channel))?$/,
  /^(no olvides |no olviden )?(suscribete|suscribanse|suscribirte|suscribirse)( (al|a mi|a nuestro|a este|en el) canal)?$/,
  /^(please |don t forget to )?(like and )?subscribe( to (my|our|the|this) channel)?$/,
  /^(transcribed by|transcripcion de|traduccion de|translated by|sottotitoli|sous titres|untertitel)\b/,
  /^(musica|music|aplausos|applause|risas|laughter|silencio|silence|blank audio|inaudible)$/,
];
// Said by people, too: only doubted when the model doubts that anybody spoke.
const doubtful = /^(you|thank you|thanks|gracias|muchas gracias|bye( bye)?|adios|ok|okay|so|eh|hola)$/;

/** The segments somebody can have said; the others were made up. Order and times stay. */
export function believeSegments(segments: readonly HeardSegment[]): HeardSegment[] {
  const believed: HeardSegment[] = [];
  let [last, times] = ["", 0];
  for (const segment of segments) {
    const words = wordsOf(segment.text);
    const said = words.join(" ");
    times = said === last ? times + 1 : 1;
    last = said;
    // A model that is stuck says one sentence for as long as the note goes on.
    if (times > 2 || said === "" || isMadeUp(segment, words, said)) continue;
    believed.push({ ...segment, text: segment.text.trim() });
  }
  return believed;
}

function isMadeUp(segment: HeardSegment, words: readonly string[], said: string): boolean {
  const { noSpeech = 0, logProbability = 0, compression = 0, startS, endS } = segment;
  if (noSpeech > 0.6 && logProbability < -1) return true;
  if (noSpeech > 0.3 && doubtful.test(said)) return true;
  if (compression > 2.4 && logProbability < -1) return true;
  if (phantoms.some((phantom) => phantom.test(said))) return true;
  // Nobody says more than eight words in a second for long.
  if (words.length >= 12 && endS > startS && words.length / (endS - startS) > 8) return true;
  return isLoop(words);
}

/** Up to eight words, over and over for more than half of it. */
function isLoop(words: readonly string[]): boolean {
  for (let length = 1; length <= 8; length++) {
    let run = 0;
    for (let at = length; at < words.length; at++) {
      run = words[at] === words[at - length] ? run + 1 : 0;
      const covered = run + length;
      if (covered >= Math.max(12, length * 4) && covered * 2 > words.length) return true;
    }
  }
  return false;
}

function wordsOf(text: string): string[] {
  const plain = text.slice(0, 20_000).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
