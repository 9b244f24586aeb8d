/** A unit of measure, a container, a counter or people. */
export type Unit = {
  /** English singular. */
  name: string;
  /** How many of `name` one is: 12 for a dozen. */
  times: number;
  /** `letter`: only after digits. `of`: only before "of" or "de". `people`: not after an article. */
  only?: "letter" | "of" | "people";
};

const measures = `kilogram: kg kgs kilo kilos kilogramo kilogramos kilogram kilograms kilogramme kilogrammes kl kls kilito kilitos quilo quilos
gram: gr grs gms gm gramo gramos gram grams gramme grammes gramitos grms
milligram: mg miligramo miligramos milligram milligrams
picometer: picometer picometers picometro picometros
nanometer: nanometer nanometers nanometre nanometres nanometro nanometros nm
micrometer: micrometer micrometers micrometro micrometros micron microns micra micras μm
decimeter: decimeter decimeters decimetro decimetros
decameter: decametro decametros
liter: deciliter deciliters decilitro decilitros
dram: dram drams drachma drachmas dracma dracmas
grain: grano granos
nautical_mile: nmi
fathom: fathom fathoms
rod: furlong furlongs
byte: byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes petabyte petabytes
bushel: bushel bushels
microgram: mcg μg microgram micrograms microgramo microgramos microgramme microgrammes
pound: lb lbs libra libras libritas pound pounds lbr
ounce: oz onza onzas ounce ounces ozs
ton: ton tons tonelada toneladas tonne tonnes toneladita tn
quintal: quintal quintales quintals
arroba: arroba arrobas
stone: stone stones
liter: lt lts ltr ltrs lit litro litros litrito litritos liter liters litre litres
milliliter: ml mls mililitro mililitros milliliter milliliters millilitre millilitres cc
centiliter: cl centilitro centilitros centiliter
hectoliter: hectolitro hectolitros hectoliter hectoliters
gallon: gal gals gallon gallons galon galones
pint: pint pints pinta pintas
quart: quart quarts
meter: mt mts mtr mtrs metro metros metrito metritos meter meters metre metres
centimeter: cm cms centimetro centimetros centimeter centimeters centimetre centimetres
millimeter: mm milimetro milimetros millimeter millimeters millimetre
kilometer: km kms kilometro kilometros kilometer kilometers kilometre kilometres
mile: mile miles milla millas
foot: ft foot feet pie pies
inch: inch inches pulgada pulgadas pulg
yard: yard yards yarda yardas yd yds
block: cuadra cuadras
hectare: hectarea hectareas hectare hectares
acre: acre acres
square_foot: sqft
square_meter: sqm
cup: cup cups taza tazas tacita tacitas
tablespoon: tbsp tablespoon tablespoons cucharada cucharadas
teaspoon: tsp teaspoon teaspoons cucharadita cucharaditas
byte: mb gb tb
bit: bits bit kilobit kilobits megabit megabits gigabit gigabits
radian: rad`;

const containers = `box: caja cajas cajita cajitas box boxes boxs bx cajon cajones dabba dabbas
bag: bolsa bolsas bolsita bolsitas bolson bolsones bag bags
sack: bulto bultos saco sacos costal costales sack sacks katta
bottle: botella botellas botellita botellitas bottle bottles btl btls botellon botellones
jar: bote botes tarro tarros frasco frascos pote potes jar jars botecito botecitos tarrito tarritos frasquito frasquitos
can: lata latas latita latitas cans tin tins
tray: bandeja bandejas charola charolas tray trays bandejita bandejitas
bucket: balde baldes cubo cubos cubeta cubetas cunete cunetes caneca canecas bucket buckets pail pails
barrel: barril barriles barrel barrels
drum: tambor tambores bidon bidones drum drums
jug: garrafa garrafas jarra jarras jug jugs
keg: keg kegs
crate: jaba jabas crate crates guacal huacal huacales peti
basket: canasta canastas cesta cestas basket baskets
carton: carton cartones cartons cartoncito
packet: paquete paquetes paquetito paquetitos paqs paq pqte pqtes packet packets pkt pkts
pack: pack packs pck
roll: rollo rollos rollito rollitos roll rolls bobina bobinas
reel: carrete carretes reel reels
sheet: hoja hojas sheet sheets pliego pliegos
ream: resma resmas ream reams
tube: tubo tubos tube tubes
pallet: pallet pallets palet palets tarima tarimas
bale: fardo fardos bale bales
tub: tub tubs
punnet: punnet punnets
sachet: sobres sobrecito sobrecitos sachet sachets
strip: tira tiras strip strips
blister: blister blisters
glass: vaso vasos vasito vasitos
wineglass: copa copas
plate: plato platos platito platitos plate plates
bowl: tazon tazones bol bowls`;

const counters = `unit: unidad unidades unid unids und unds uds ud uni unit units unitz pieza piezas pz pza pzas pzs pzz piece pieces pcs pc pce pces nos
pair: par pares pairs pair prs
set: set sets
portion: porcion porciones racion raciones portion portions serving servings
slice: rebanada rebanadas tajada tajadas rodaja rodajas slice slices
bar: barra barras barrita barritas
loaf: hogaza hogazas loaf loaves
bunch: manojo manojos atado atados racimo racimos bunch bunches
truckload: camionada camionadas`;

const beforeOf = `case: case cases
pot: pot pots
bowl: bowl
glass: glass glasses
bouquet: ramo ramos bouquet bouquets
set: juego juegos
sachet: sobre
piece: pedazo pedazos trozo trozos
can: can
bar: bar bars`;

const people = `person: persona personas person persons people peoples ppl pax pers personitas comensal comensales peeps persns
adult: adulto adultos adulta adultas adult adults
child: nino ninos nina ninas kid kids kiddos child children childs nene nenes nena nenas peque peques ninitos chamaco chamacos
baby: bebe bebes baby babies infant infants
toddler: toddler toddlers
guest: guest guests invitado invitados`;

const letters = `gram: g gs
liter: l
meter: m
ton: t
kilogram:
unit: u
decimeter: dm
foot: ft
mile: mi`;

const dozens = "docena docenas doc docenita docenitas dozen dozens dz doz dozn";

function entries(list: string, only?: Unit["only"]): [string, Unit][] {
  return list.split("\n").flatMap((line) => {
    const [name = "", words = ""] = line.split(": ");
    return words
      .split(" ")
      .filter((word) => word !== "")
      .map((word): [string, Unit] => [word, { name, times: 1, ...(only === undefined ? {} : { only }) }]);
  });
}

/** Units by folded word, es and en, with abbreviations and misspellings. */
export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...entries(letters, "letter"),
  ...entries(measures),
  ...entries(containers),
  ...entries(counters),
  ...entries(beforeOf, "of"),
  ...entries(people, "people"),
  ...dozens.split(" ").map((word): [string, Unit] => [word, { name: "unit", times: 12 }]),
  ...["decena", "decenas"].map((word): [string, Unit] => [word, { name: "unit", times: 10 }]),
]);
