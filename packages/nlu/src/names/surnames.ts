/** Family names of the same countries, folded; they carry a name on where nothing is capitalised. */
export const surnames = `
abad acevedo acosta acuna aguado aguayo aguero aguilar aguilera aguirre agusti alarcon alba albornoz alcantara alcaraz aldana alegre alfaro alfonso
almeida alonso altamirano alvarado alvarez alves amador amaya anaya andrade angulo antunez aparicio aragon arana aranda araujo araya arboleda arce
arcos ardila arenas arevalo arguello arias ariza arizmendi armas armenta arnaiz arredondo arriaga arroyo arteaga avalos avendano avila ayala aznar
baez balderas ballesteros banegas barajas barba barbosa barco barragan barrera barreto barrientos barrios barroso bastidas bautista becerra bedoya
bejarano bello beltran benavides benitez berg bermudez bernal berrio betancourt betancur blanco bolanos bonilla borges borja borrero bravo briceno
briones brito bueno burgos bustamante bustos caballero cabello cabral cabrera caceres cadena caicedo calderon calero calle callejas calvo camacho camargo
campos canales cano cantu carbajal carballo cardenas cardona cardozo carmona caro carranza carrasco carreno carrera carrillo carrion carvajal casas
castaneda castano castellanos castilla castillo castro ceballos centeno cepeda cerda cervantes cespedes chacon chaparro chavez cifuentes cisneros
clemente collado colon conde contreras cordero cordoba cordova cornejo corona coronado coronel corrales correa cortes cortez cortina cruz cuadrado
cuellar cuenca cuesta cueva cuevas davila delgado diaz diez dominguez donoso duarte duenas duque duran echavarria echeverri echeverria elizondo
enriquez escalante escamilla escobar escobedo escudero esparza espejo espinal espinosa espinoza esquivel esteban estevez estrada fajardo farias feliz
fernandez ferrari ferrer ferreyra ferreira figueroa florez flores fonseca franco frias fuentes fuertes galarza galeano galindo gallardo gallego gallegos
galvan galvez gamboa gamez garay garces garcia garduno garrido garza gaitan gil gimenez giraldo giron godoy gomez gonzales gonzalez gordillo gracia granados
grau guerra guerrero guevara guillen gutierrez guzman haro henao heredia hermosillo hernandez herrera herrero hidalgo higuera hinojosa holguin hoyos huerta
hurtado ibanez ibarra iglesias infante iniguez irigoyen izquierdo jaimes jara jaramillo jimenez juarez jurado lagos laguna landa lara lazaro leal ledesma
leiva lemus leon lerma leyva linares lira llamas llanos lopez lorenzo losada lovera lozano lucero lugo lujan luna macias madrid madrigal magana maldonado
manrique manzano marin marquez marroquin martin martinez mata mateos maya mayorga maza mazo medina medrano mejia melendez melgar mena mendez mendieta mendoza
menendez mercado merino mesa meza millan mina miranda molina moncada mondragon monroy montalvo montano montenegro montero montes montiel montoya mora morales
moran moreno moya munoz murillo naranjo narvaez nava navarrete navarro negrete nieto noguera noriega novoa nunez obando obregon ocampo ocana ochoa ojeda oliva
olivares olivera oliveros olmedo olmos ordonez orellana oropeza orozco orta ortega ortiz osorio osuna otero oviedo pabon pacheco padilla paez paiva palacio
palacios palma palomino pantoja pardo paredes parra pastor patino paz pedraza pena penalva peralta perdomo perea pereira pereyra perez pineda pinto pinzon
pizarro plaza polanco polo ponce porras portillo posada prado prieto puente puentes puerta puga pulido quesada quevedo quezada quijano quinones quintana
quintero quiroga quiroz ramirez ramos rangel rebollo recio redondo rendon renteria restrepo reyes reyna rico riera rincon rios rivas rivera rivero robledo
robles rocha rodriguez rojas roldan rolon roman romero romo rosales rosario rosas rossi rubio rueda ruiz saavedra saenz salamanca salas salazar salcedo
saldana saldivar salgado salinas samaniego sanabria sanchez sandoval santamaria santana santander santiago santillan santos sanz sarmiento segovia segura
sepulveda serna serrano sierra silva solano soler solis solorzano soria sosa sotelo soto suarez tamayo tapia tejada tejeda tellez tello tobar toledo tolosa
toro torre torres tovar trejo trevino trujillo ulloa urbina uribe urrutia usuga valdes valdez valencia valenzuela valera valladares valle vallejo valverde
vanegas vaquero varela vargas vasquez vazquez vega vela velasco velasquez velazquez velez vera verdugo vergara vicente vidal viera vigil villa villalba
villalobos villanueva villarreal villaverde villegas villena virgen vivas yanez yepes zabala zambrano zamora zamorano zapata zarate zavala zepeda zuluaga zuniga
adams alexander allen anderson andrews armstrong arnold atkinson austin bailey baker ball banks barker barnes barrett barton bates baxter bell bennett berry
bishop black booth bowen boyd bradley brady brewer brooks brown bryant burke burns burton butler byrne cameron campbell carlson carpenter carr carroll carter
chambers chapman chen clark clarke cohen cole coleman collins cook cooper cox craig crawford cross cunningham curtis daniels davidson davies davis dawson day dean
dixon douglas doyle duncan dunn edwards elliott ellis evans ferguson fernandes fisher fitzgerald fleming fletcher flynn ford foster fox francis fraser freeman
gardner gibson gilbert gill gordon graham grant gray green greene griffin griffiths hall hamilton hansen hanson harper harris harrison hart harvey hawkins hayes
henderson henry hicks hill hoffman holland holmes hopkins howard howell hudson hughes hunt hunter hussain jackson jacobs james jenkins jensen johnson johnston jones
jordan kaur kelley kelly kennedy kim king klein knight lambert larson lawrence lawson lee lewis lim lloyd long lynch macdonald mackenzie marshall martin mason matthews
mccarthy mccoy mcdonald miles miller mills mitchell moore morgan morris morrison murphy murray myers nelson newman newton nguyen nicholls nichols obrien oconnor
oliver olson owens palmer park parker parsons patterson payne pearson perkins perry peters peterson phillips pierce porter powell price quinn ramsey read reed reid
reilly reynolds rice richards richardson riley roberts robertson robinson rogers rose ross russell ryan sanders saunders schmidt schneider schultz scott shaw simmons
simpson sims singh smith snyder spencer stephens stevens stewart stone sullivan sutton taylor thomas thompson thomson tucker turner wagner walker wallace walsh walters
ward warren washington watkins watson watts weaver webb weber wells west wheeler white wilkinson williams williamson willis wilson wood woods wright wong wu yang young
agarwal aggarwal ahmad ahuja ali anand ansari arora babu banerjee bansal basu bedi bhalla bhandari bhardwaj bhat bhatia bhatt bhattacharya biswas bose chakraborty chandra
chatterjee chaudhary chauhan chopra choudhary chowdhury das dalal dasgupta datta desai deshmukh deshpande dhawan dixit dubey dutta fernandes gandhi ganguly garg ghosh goel
gokhale gowda goyal gupta hegde iyengar iyer jadhav jain jha joshi kadam kamath kapadia kapoor kapur kaur khan khanna khatri khurana kohli kulkarni kumar kumari lal mahajan
malhotra malik mane mathur mehra mehrotra mehta menon mishra mistry mitra modi mohanty mukherjee murthy nadar naidu naik nair nambiar narang narayan nayak nigam oberoi pai
pandey pandit panicker parekh parikh parmar patel pathak patil patnaik pawar pillai prabhu prasad puri qureshi raghavan rajan rajput raman ramachandran rana rane rao rastogi
rathore raut rawat reddy roy saha sahni sahu saini salunkhe samant sarkar sawant saxena sen sengupta seth sethi shah shaikh sharma shetty shinde shirke shroff shukla sikka
sinha sood soni sodhi srivastava subramanian suri swamy talwar tandon thakkar thakur tiwari tripathi trivedi tyagi upadhyay varghese varma vaidya verma vyas wadhwa yadav`;
