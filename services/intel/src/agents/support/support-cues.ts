const ticketWords =
  /\b(?:(?:mi|el|su|del|de mi|this|my|the|a) (?:numero de )?(?:caso|ticket|folio|reclamo|reclamacion|queja|reporte|case|complaint|claim|report)s?(?: number)?)\b/;
const asksHow =
  /\b(?:como (?:va|sigue|esta|quedo)|que (?:paso|ha pasado|hay|novedades)|novedades?|noticias?|estado|estatus|status|avance|en que (?:va|quedo)|ya (?:revisaron|vieron|resolvieron)|saber|any (?:news|update)|updates?|what(?:'s| is) (?:happening|going on|up)|how is|progress)\b/;

/** (Folded) words that ask how a ticket stands. */
export function asksForTicket(folded: string): boolean {
  return ticketWords.test(folded) && asksHow.test(folded);
}

const solved =
  /\b(?:ya (?:se )?(?:me |nos |lo |la )?(?:llego|llegaron|resolvio|resolvieron|soluciono|solucionaron|arreglo|arreglaron|quedo|esta resuelto|esta solucionado|lo tengo|lo recibi|recibi)|(?:esta|quedo|fue) (?:todo )?(?:resuelto|solucionado|arreglado)|asunto resuelto|(?:pueden|puedes|puede) cerrar(?:lo)?|cierren? (?:el|mi) caso|(?:it|that|everything|this)(?:'s| is| was| has been| got)? (?:been )?(?:all )?(?:solved|resolved|sorted|fixed|arrived|taken care of)|it (?:just |finally )?arrived|(?:you can )?close (?:the|my) (?:case|ticket)|no longer (?:a problem|an issue))\b/;
const notSolved =
  /\b(?:no|not|nunca|never|sin|todavia|still|aun)\b[^.!]{0,30}\b(?:resuel\w+|solucion\w+|arregl\w+|llego|solved|resolved|fixed|sorted|arrived)\b/;

/** The customer says that the problem is over. */
export function saysSolved(folded: string): boolean {
  const text = folded.slice(0, 500);
  return solved.test(text) && !notSolved.test(text) && !/\bpero\b|\bbut\b/.test(text);
}

const stillWrong =
  /\b(?:otra vez|de nuevo|nuevamente|sigue(?:n|s)?|todavia|aun|no (?:se )?(?:me |lo )?(?:ha |han )?(?:resol\w+|solucion\w+|arregl\w+)|again|still|not (?:been )?(?:solved|resolved|fixed)|reabr\w+|reopen)\b/;

/** The problem is back, or was never over. */
export function saysStillWrong(folded: string): boolean {
  return stillWrong.test(folded.slice(0, 500));
}

const terms =
  /\b(?:se puede|se pueden|puedo|hacen|aceptan|permiten|tienen|cual es|como (?:funciona|son)|politicas?|terminos|garantia|cuanto tiempo|can i|do you (?:accept|do|take|offer|allow)|how do (?:i|returns|refunds)|what(?:'s| is) your|policy|terms|warranty|is it possible)\b/;
const mine = /\b(?:mi|mis|me|my|llego|llegaron|arrived|compre|pedi|bought|ordered)\b/;

/** Asks how returns are seen to in general, not for one. */
export function asksForTerms(folded: string): boolean {
  const text = folded.slice(0, 300);
  return terms.test(text) && !mine.test(text);
}

const returns =
  /\b(?:devol\w*|devuel\w*|reembols\w*|cambi\w*|garantia|refund\w*|return\w*|exchange\w*|money back|warranty)\b/;

/** Names a return, whatever the turns before were about. */
export function asksForReturn(folded: string): boolean {
  return returns.test(folded.slice(0, 300));
}

const where =
  /\b(?:donde (?:esta|viene|va|quedo|anda)|como (?:va|viene)|cuando (?:llega|me llega|estara)|por donde|estado|estatus|status|rastre\w+|where(?:'s| is| are)|when (?:will|does|is)|track\w*|eta)\b/;

/** Asks where an order is. */
export function asksWhere(folded: string): boolean {
  return where.test(folded.slice(0, 300));
}
