/** First names of Latin America and Spain, folded. */
export const firstNamesEs = `
majo cami sofi flopi meli romi agus juli nico mati santi fede guille gonza tincho pancho chucho chuy memo lalo nacho beto quique kike paco paquita pepa pepe lola lupe lupita concha conchita cuca
pati paty lety rosy chayo tere maru malena marce vero gabi gaby caro ceci meche chabela gera mafe nando lucho juanma juanpi
itziar izaskun nekane arantxa aitziber garazi leire maialen miren naiara nahia uxue amets ander asier eneko gorka inaki jokin mikel xabier oihan unax jordi arnau oriol biel laia meritxell montse mireia nuria aina roser antia uxia brais xiana
yurany yuliana yeison jeison brayan jhon jhonatan leidy lady yesica yadira yenny deisy
aaron abel abelardo abigail abraham abril ada adalberto adan adela adelaida adelina adolfo adolfina adrian adriana agustin agustina aida
ailen ainara ainhoa ainoa aitana aitor alan alba albano albert alberta alberto alcira aldana aldo alejandra alejandro alejo alex alexa
alexander alexandra alexis alfonsina alfonso alfredo alicia alina alma almudena alonso alvaro amada amadeo amaia amalia amanda amaya
amelia america amparo ana anabel anabela anahi analia anastasia andrea andreina andres andreu angel angela angeles angelica angelina
angelines angie anselmo anton antonella antonia antonio apolonia araceli aranza ariadna ariana ariel ariela arlet arleth armando arnau
arnulfo arturo asier asuncion asun atilio augusto aura aurelia aurelio aurora azucena azul barbara bartolome bautista beatriz bea begona
belen belinda benicio benita benito benjamin berenice bernarda bernardino bernardo berta bertha betina beto bettina betty bianca bibiana
biel blanca blas bonifacio borja brandon braulio brayan brenda brian briana brigida brisa bruna bruno bryan byron camila camilo candela
candelaria candida candido caridad carina carla carles carlina carlos carlota carmelo carmen carmina carol carolina caro carmela casandra
casimiro catalina cata cayetana cayetano cecilia ceci celeste celestino celia celina celso cesar charo chantal chelo chema chepe chicho
chofi chucho cinthia cintia cipriano cirilo ciro claudia claudio clara clarisa clemencia clemente clementina clotilde coco concepcion
concha conchi constanza consuelo cora coral corina cosme cristal cristian cristhian cristiano cristina cristobal cris cruz cuauhtemoc
cynthia dafne dagoberto daiana daira dalia damaris damian dana dani daniel daniela danilo danna dante dario davi david dayana debora
delfina delia demetrio denis denise diana diego digna dimas dina dionisio dolores domingo dominga donato dora doris dorotea dulce edelmira
eder edgar edgardo edilberto edilma edison edith edmundo edna eduarda eduardo edu edwin efrain efren eider elba elena eleonora eleuterio
elia elian eliana elias eliecer eligio elisa elisabet elizabeth eloisa eloy elsa elvia elvira emanuel emely emerson emilia emiliano emilio
emma encarna encarnacion enrique enriqueta eric erica erick erika ernestina ernesto ester estefania estefany estela estelita esteban
esteve esther estrella eudald eufemia eugenia eugenio eulalia eulogio eusebio eva evangelina evaristo evelia evelin evelyn ezequiel
fabian fabiana fabio fabiola fabricio facundo facu fanny fatima fausto federica federico fede felicia feliciano felicidad felicitas
felipe felisa felix fer fermin fernanda fernando ferran fidel filemon fiorella flavia flavio flor florencia florentina florentino florinda
fran francesc francisca francisco franco franklin fray fredy freddy frida fuensanta gabriel gabriela gabi gaby gael galilea gaspar gaston
gemma genaro genoveva georgina gerard gerardo german gertrudis gianella gilberto gilda gimena ginamaria gina giovanna giovanni gisela giselle
gladis gladys glenda gloria gonzalo gorka graciela grecia gregoria gregorio grisel griselda guadalupe lupe lupita guido guillem guillermina
guillermo guille gumersindo gustavo gus haydee hebe hector heidi helena heliodoro heriberto hermelinda hermenegildo herminia herminio
hernan hilario hilda hipolito hiram homero horacio hortensia huberto hugo humberto iago ian ibai iban ibrahim ichi idalia idoia ignacia
ignacio nacho iker ileana imanol imelda indalecio indira ines ingrid inmaculada inma inocencia irene iria irina iris irma irving isaac
isabel isabela isabella isaias isaura isidora isidoro isidro ismael israel itati itxaso itzel ivan ivana ivanna ivette ivon ivonne izan
jacinta jacinto jacobo jacqueline jaime jairo jana janeth janet jaqueline javi javier jazmin jean jeferson jefferson jenifer jennifer jenny
jeremias jeronimo jesica jessica jesus jesusa jhon jhoan jhonatan jhoana jimena joan joana joaquin joaquina jocelyn joel johan johana johanna
john johnny jon jonas jonatan jonathan jordan jordi jorge jorgelina josafat jose josefa josefina joseluis josep josue jovita juan juana juanita
juanito juancho juanpa juanjo judith julia julian juliana julieta julio julissa justa justina justino justo kara karen karina karla karol
kassandra katerine katherine katherin katia kelly kenia kevin kiara kiko koldo laia lara laura laureano lautaro lauty lazaro leandro leandra
leidy lenin leo leocadia leon leonardo leonel leonela leonor leonora leopoldo leslie leticia lety leyre libertad libia lidia ligia lila lili
lilia lilian liliana lina linda lisandro lisa lisbeth livia liz lizbeth lizeth lola lorena lorenza lorenzo loreto lourdes luca lucas luci lucia
luciana luciano lucila lucinda lucio lucrecia lucy ludmila luis luisa luisana luisina luismi lujan luna luz luzmila macarena maca macario magali
magaly magda magdalena magnolia maia maikel maite malena malvina manel manolo manu manuel manuela mar mara marc marcela marcelina marcelino
marcelo marcia marcial marco marcos marga margarita margot mari maria mariajose mariana mariangel mariano maribel maricarmen maricel maricela
maricruz mariel mariela marilu marina mario marion marisa marisel marisela marisol maritza marlen marlene marlon marta martha marti martin
martina mary matias mate mateo matilde mauricio mauro max maxi maximiliano maximino maximo maya mayra mayte melania melanie melany melchor
melina melisa melissa melquiades merce mercedes meritxell mia micaela mica miguel mikel mila milagros milena mili milton mina minerva miranda
mireia mireya miriam mirian mirna mirta misael moises mona monica monse montse montserrat mora morena muriel myriam nadia nahia nahuel nahum
nancy naomi narciso nataly natalia natalie nati nayeli nazarena nazareno nazaret nelida nelly nelson nerea nereida nestor nevenka nicanor
nicolas nico nicolasa nicole nidia nieves nilda nilsa noa noe noel noelia noemi noha nora norberto norma nubia nuria obdulia octavio odalys
odette ofelia olalla olaya olga oliver olivia omar ona oneida oriana oriol orlando oscar osvaldo oswaldo otilia oto otto ovidio pablo paco
paloma pamela paola paolo paqui pascual pastor patri patricia patricio pato pau paula paulina paulino paulo pedro penelope pepa pepe perla
petra petrona pia pilar piedad pili pio placido plutarco policarpo porfirio primitivo prisca priscila prudencio purificacion quique rafa rafael
rafaela raimundo ramiro ramon ramona raquel rata raul rebeca refugio regina reinaldo reina remedios renata renato rene reyna reynaldo
ricard ricardo rigoberto rita roberta roberto rocio rodolfo rodrigo rodri rogelio roger rolando roman romina romulo ronald roque rosa rosalba
rosalia rosalinda rosalva rosana rosanna rosario rosaura rosendo rosi rosina rosita roxana ruben rubi rubiela rufino ruth ruperto sabina sabrina
salma salome salomon salvador samanta samantha samara samir samuel sancho sandra santi santiago santino santos sara sarai saray saul sebastian
sebas segundo selena selene serafin serena sergi sergio severino sheila shirley silvana silverio silvestre silvia silvina simon simona socorro
sofi sofia sol solange soledad sole soraya stefania stefano stella susana susi tadeo tamara tania tatiana telma teo teodora teodoro teofilo
teresa tere thiago thelma tiago tiziana toni tomas tomasa tono toño trini trinidad tristan ubaldo ulises unai uriel urbano ursula valen valentin
valentina valeria valerio vale valery vanesa vanessa vane veronica vero vicenta vicente victor victoria vicky vidal violeta virginia viridiana
viviana vivi waldo walter washington wendy wenceslao wilber wilfredo william wilmar wilmer wilson wendi xavi xavier ximena xiomara xochitl yadira
yago yahir yaiza yamil yamila yamile yanet yanina yaneth yanira yasmin yazmin yeimi yenifer yeni yeny yerson yesenia yesica yessica yohana yolanda
yoli yolima yon yonatan yoselin yuliana yuli yulieth yuri yurany yadiel zacarias zaida zaira zoe zoila zoraida zulema zulma zunilda`;
