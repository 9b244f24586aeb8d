const nominal =
  "o a os as e es ito ita itos itas illo illa isimo isima isimos isimas azo aza azos mente amente isimamente idad on ona ones onas or ora ores oras cito cita ote able ables ible ibles ido ida idos idas ado ada ados adas ador adora adores adoras ante antes ente entes iente ientes cion ciones eria oso osa osos osas ura uras ivo iva ivos ivas ico ica icos icas ia ias io ios encia encias ancia ancias ismo ista istas ero era eros eras s isim";
const verbal =
  "ar er ir o a as amos ais an e es emos eis en imos is aba abas abamos abais aban ia ias iamos iais ian aste asteis aron iste isteis ieron io i are aras ara aremos areis aran ere era eras eremos eran ire ira iras iremos iran aria arias ariamos arian eria erias erian iria irian ando iendo yendo ado ido ase ases asen iera ieras ieran iese iesen ares aramos iesemos ad ed id ue ues uen zco zca zcan zcas ce cen c qu que quen gue guen je jo jeron";
const clitics = "me te se lo la los las le les nos os";

/** What may follow the stem of a Spanish word: adjectives, nouns, adverbs, verbs, and pronouns tied to verbs; folded. */
export const spanishEndings: ReadonlySet<string> = new Set([
  ...nominal.split(" "),
  ...verbal.split(" "),
  ...["ar", "er", "ir", "ando", "iendo", "a", "e", "en", "an"].flatMap((verb) =>
    clitics.split(" ").map((clitic) => verb + clitic),
  ),
]);
