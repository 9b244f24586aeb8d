import { wordSet } from "../identifiers/word-set.ts";
import { firstNamesEn } from "./first-names-en.ts";
import { firstNamesEs } from "./first-names-es.ts";
import { firstNamesIn } from "./first-names-in.ts";
import { surnames } from "./surnames.ts";

const first = wordSet(firstNamesEs + firstNamesEn + firstNamesIn);
const family = wordSet(surnames);

/** First names that are words, places or days, too: they need a capital and a cue. */
const doubtful =
  wordSet(`abril agosto julio domingo domingo rosa rose luz sol mar paz cruz blanca clara dulce mercedes santiago victoria florencia valencia
  leon paris sierra nova may april june august summer autumn dawn will mark bill sue pat art grace hope joy faith jack angel angeles cristal crystal
  amber ruby pearl jade ivy rosemary olive ginger hazel violet lily daisy poppy iris flor flora concepcion asuncion consuelo dolores socorro remedios
  pilar rosario trinidad soledad esperanza caridad refugio natividad encarnacion milagros nieves estrella aurora luna gloria alba alma vida maya mora
  nina rita gala reina rey reyes franco leal bruno mateo marina marino marina isla penny guy frank grant rich chase chance miles drew dean dale glen cliff
  heath hunter tucker walker ray rod rob rusty sandy skip sunny tab tad tim van ward wade wren max mac lee kit hank gene gail gay faye fern eve earl
  dot don dick dee buck brook brooke brooklyn carol chuck clay cherry candy buddy beau barb august austin dallas dakota jordan chelsea florence charlotte
  virginia carolina georgia madison lincoln jackson montana india asia savannah phoenix sydney victor vale valen valle milagro mila pia cielo carmen
  coco toni tono tonos concha chelo mate mara mona mini pari sita diana delia perla celeste azul violeta magnolia margarita hortensia rocio brisa
  candela candelaria custodia modesta justa prudencia clemencia piedad patience prudence constance honor verity amparo asha om dev raj ram sai rani raja
  priya kiran jai veer isha jaya rita usha man mani guru lata mala mita sana sara mora sonal sonar gopal kumar krishna shiva lakshmi ganesh durga
  bo bo bo art ash bay bee blue bay dawn rain river sage sky star storm teal west north case cash cole colt cooper mason carter parker porter
  hall harper archer piper taylor tyler turner marshall major king prince earl duke queenie noe noel nora natal navidad pascual jesus salvador angelica
  alexa siri sam mayo lupe alan amada amado bella linda lina justo bueno tristan ginebra gracia casto ana eva edu fe feliz felix fidel franca dante
  lady caro vero gorka majo memo cuca mads romi sean gaz taz tel mo moz chaz rusty bubba hank macca deano robbo smudge tommo baz daz
  domino ester adela coral cora perry ted ned pam tia papa mama nana ian ida ira una ona io io ale dani cris gus teo leo lea leah lia
  ian unai alto rata hal gala roman romana romano german alemana clementina valencia milan nazareno sancho carina tula`);

/** Whether a folded word is a first name of the regions covered; `sure` = it is hardly anything else. */
export function firstNameKind(word: string): "sure" | "doubtful" | "none" {
  if (!first.has(word)) return isDiminutive(word) ? "doubtful" : "none";
  return doubtful.has(word) || word.length < 3 ? "doubtful" : "sure";
}

export function isSurname(word: string): boolean {
  return family.has(word);
}

/** "Samuelito", "Juanita": a known name with the ending of fondness. */
function isDiminutive(word: string): boolean {
  if (word.length < 6 || !(word.endsWith("ito") || word.endsWith("ita"))) return false;
  const stem = word.slice(0, -3);
  return first.has(stem) || first.has(`${stem}a`) || first.has(`${stem}o`);
}
