import type { Phrase } from "./moment.ts";

/** Feasts with a fixed date: names, month, day and, if not everywhere, the regions. Movable ones are nothing here. */
const feasts: readonly (readonly [string, number, number, string?])[] = [
  [
    "ano nuevo|anio nuevo|dia de ano nuevo|new year's day|new years day|new year day|new year's|new years|new year",
    1,
    1,
  ],
  [
    "fin de ano|nochevieja|noche vieja|vispera de ano nuevo|new year's eve|new years eve|new year eve|nye|silvester",
    12,
    31,
  ],
  [
    "dia de reyes|noche de reyes magos|reyes magos|dia de los reyes|epifania|epiphany|three kings day|three kings",
    1,
    6,
  ],
  ["noche de reyes", 1, 5],
  ["la candelaria|dia de la candelaria|candelaria", 2, 2, "MX PE"],
  [
    "san valentin|dia de san valentin|dia de los enamorados|dia del amor|dia del amor y la amistad|valentine's day|valentines day|valentine's|valentines|valentine day|saint valentine's day|st valentine's day",
    2,
    14,
    "MX AR ES US GB IN CL PE UY EC",
  ],
  ["dia de la mujer|dia internacional de la mujer|women's day|international women's day|womens day", 3, 8],
  ["dia de la bandera", 2, 24, "MX"],
  ["dia de la bandera", 6, 20, "AR"],
  ["dia del padre|san jose", 3, 19, "ES"],
  [
    "st patrick's day|st patricks day|saint patrick's day|st paddy's day|st paddys day|st pattys day|paddy's day|san patricio|dia de san patricio",
    3,
    17,
  ],
  ["april fools|april fools day|april fool's day|april fools' day", 4, 1],
  ["sant jordi|diada de sant jordi|san jorge", 4, 23, "ES"],
  ["dia del nino|dia de los ninos|dia del nino y la nina", 4, 30, "MX"],
  ["earth day|dia de la tierra", 4, 22],
  [
    "dia del trabajo|dia del trabajador|dia de los trabajadores|dia internacional del trabajo|labour day|may day|labor day",
    5,
    1,
    "MX CO AR ES GB IN CL PE UY EC",
  ],
  ["dia de la madre|dia de las madres|dia de la mama|mother's day|mothers day", 5, 10, "MX"],
  ["dia del maestro", 5, 15, "MX CO"],
  ["dia del maestro", 9, 11, "AR"],
  ["dia del estudiante|dia de la primavera", 9, 21, "AR"],
  ["dia del amigo", 7, 20, "AR"],
  ["juneteenth", 6, 19, "US"],
  ["san juan|noche de san juan|dia de san juan", 6, 24, "ES"],
  ["cinco de mayo", 5, 5],
  ["fourth of july|independence day", 7, 4, "US"],
  ["independence day", 8, 15, "IN"],
  ["republic day", 1, 26, "IN"],
  ["gandhi jayanti", 10, 2, "IN"],
  ["dia de la independencia|fiesta de la independencia", 7, 9, "AR"],
  ["dia de la independencia|grito de independencia", 7, 20, "CO"],
  ["dia de la independencia|fiestas patrias|dia de la patria", 9, 16, "MX"],
  ["grito de independencia|noche del grito|el grito|noche mexicana", 9, 15, "MX"],
  ["batalla de boyaca", 8, 7, "CO"],
  ["fiestas patrias|dia de la independencia", 7, 28, "PE"],
  ["fiestas patrias|el dieciocho", 9, 18, "CL"],
  ["dia de la hispanidad|fiesta nacional|dia del pilar|el pilar", 10, 12, "ES"],
  ["dia de la raza", 10, 12],
  ["dia de la constitucion", 12, 6, "ES"],
  ["la inmaculada|inmaculada|la purisima|inmaculada concepcion", 12, 8],
  ["halloween|noche de brujas|dia de brujas|dia de las brujas|jalowin|haloween", 10, 31],
  ["todos los santos|dia de todos los santos|all saints day|all saints' day|all saints", 11, 1],
  ["dia de muertos|dia de los muertos|dia de los difuntos|dia de todos los muertos|day of the dead", 11, 2],
  ["bonfire night|guy fawkes night|guy fawkes", 11, 5, "GB"],
  ["veterans day|veteran's day", 11, 11, "US"],
  ["revolucion mexicana|dia de la revolucion", 11, 20, "MX"],
  ["dia de las velitas|noche de las velitas|las velitas|velitas|noche de velitas", 12, 7, "CO"],
  ["dia de la virgen|dia de la virgen de guadalupe|dia de la guadalupana|la guadalupana", 12, 12, "MX"],
  ["nochebuena|noche buena|noche de navidad|vispera de navidad|christmas eve|xmas eve|chrimbo eve", 12, 24],
  ["navidad|navidades|dia de navidad|christmas day|christmas|xmas|xmas day|x-mas|crimbo|chrimbo", 12, 25],
  ["boxing day", 12, 26],
  ["san esteban|sant esteve", 12, 26, "ES"],
  ["dia de los inocentes|santos inocentes|los inocentes", 12, 28],
  ["burns night", 1, 25, "GB"],
];

/** Said before a noun they only describe it: "christmas cake". */
export const feastGoods = new Set(
  "cake cakes tree trees card cards lights jumper jumpers pudding party menu hamper hampers decorations dinner crackers themed spirit songs carols carol special specials edition collection box boxes costume costumes sale offer offers shift vibes sweater sweaters cookies roast turkey".split(
    " ",
  ),
);

/** All names of feasts; several regions may share a name with other dates. */
export const feastPhrases: readonly Phrase[] = feasts.flatMap(([names, month, day, regions]) =>
  names.split("|").map((name) => ({
    words: name.split(/[ -]/),
    means: { date: { kind: "calendar", day, month } } as const,
    ...(regions === undefined ? {} : { regions: regions.split(" ") }),
  })),
);
