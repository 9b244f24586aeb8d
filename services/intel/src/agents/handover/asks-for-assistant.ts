/** The whole (folded) message asks for the assistant: nothing else is in it. */
const wholly =
  /^\W*(?:(?:ok|bueno|mejor|ya|por favor|please|quiero|want|i want|prefiero|let me|can i|puedo)\W+){0,3}(?:(?:volver|vuelve|vuelva|regresar|regresa|regresame|seguir|sigue|continuar|hablar|back|go back|return|talk|continue|switch)\W+(?:(?:al?|con|to|with)\W+)?)?(?:(?:el|la|the|main|your)\W+){0,2}(?:bot|robot|chatbot|asistente(?: virtual)?|assistant|virtual assistant|menu(?: principal)?|automatico)(?:\W+(?:por favor|please|otra vez|de nuevo|again|back))?\W*$/;
const never =
  /^\W*(?:ya no (?:necesito|quiero|hace falta)|no longer need|i (?:do not|don't) need)\W+(?:(?:a|una|un|la|al|hablar con|to talk to)\W+){0,3}(?:persona|asesora?|agente|humano|person|agent|human|anyone|nadie)(?:\W+(?:ya|anymore|gracias|thanks))*\W*$/;

/** Whether a customer who waits for a person would rather go on with the assistant. */
export function asksForAssistant(folded: string): boolean {
  return wholly.test(folded) || never.test(folded);
}
