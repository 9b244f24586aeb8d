import { wordSet } from "./word-set.ts";

/** Endings that are no words of the two languages: a bare `name.ending` is an address. */
export const clearEndings =
  wordSet(`com org net edu gov info biz shop store online app io ly gl gle link mx ar uk cl pe ec uy bo cr gt hn ni sv
  py br cat eu gal dev ai page site website xyz blog tienda live tech cloud club agency media studio design fashion boutique pizza
  restaurant menu cafe beauty salon clothing jewelry photo photos email social space world today life news digital company services
  delivery express market events gifts flowers coffee wine health fitness yoga dental clinic doctor vet pet school academy training
  house homes properties realty travel tours hotel rent cars auto bike plus vip lat ca za ng au nz ie fr pt nl jp cn tv fm gg cc ws
  mobi name jobs africa asia london nyc paris berlin madrid miami tel bio ink one top fun buzz rocks guru zone center systems
  solutions support ee sh co eus scot wales cymru madrid swiss earth tools toys tube pics moe pw su rs li hu gr`);

/** Endings that are words, too ("gracias.me avisas"): they need more than a full stop without a space. */
export const wordEndings =
  wordSet(`es me us in de it to so be at is am do ve pa no la se si id as my by te tu mi ya al sin pro bar art
  red vuelo moda casa ceo love help care team work how now cool best sale deals ninja men army`);
