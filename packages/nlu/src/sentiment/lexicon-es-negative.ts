/** Spanish words that say something bad, in the form of `positiveSpanish`; weights are the size, all of them negative. */
export const negativeSpanish = `
1.1 anger: puta putas puto putos joder cono hostias impotencia
3.2 anger: hijueput* hijodeput* hdp hijos_de_puta hijo_de_puta malparid* gonorrea* mierda* mierdas putada* cabron* cabrones pendej* gilipoll* subnormal* imbecil* imbeciles idiota* idiotas estupid* estupidez*
3.2 anger: tarad* hdps ctm csm conchetumare conchatumadre lpm lptm ptm reputa pelotud* boludez* forr* forros sorete* soretes culer* culiao* culia* weon_de_mierda maricon* carajo* chingad* chinga chinguen verga_de_servicio mamones
3.2 anger: verguenza* vergonzos* verguenzaa indignant* indign* indignad* indignacion* estafa* estafador* estafad* estafaron ladron* ladrones robo_descarado rater* chorros timo timad* timar timador* fraude* fraudulent* engan*
3.2 anger: enganad* enganaron enganos engano mentiros* mentira* mentiras mienten mintieron mentir denunci* denunciar inaceptabl* intolerabl* inadmisibl* impresentabl* descarad* sinverguenz* caradura* desgraciad* maldit* malnacid*
3.2 anger: infam* canalla* basura* porqueria* porkeria*
2.8 anger: odio odi* furios* furia* rabia* rabi* colera* ira enojad* enoj* enfad* enfadad* cabre* cabread* encabron* emputad* empute* arrech* bronca* brav*_conmigo molest* molestia* molestisim* molesto molesta harto harta hartos
2.8 anger: hartas hartazgo hart* cansad*_de cansada_de fastidi* fastidios* fastidio irrit* irritant* exasper* crisp* insoportabl* insufribl* inaguantabl* infernal* infierno* abus* abuso* abusiv* abusador* injust* injusticia*
2.8 anger: ineptos inept* ineptitud* incompet* incompetent* inutil* inutiles negligent* negligencia* irresponsabl* irresponsabilid* irrespet* falta_de_respeto groser* groseria* malcriad* maleducad* prepotent* prepotencia* soberbia
2.8 anger: arrogant* arroganc* patan* cretin* payas* payasada* zoquet* mamarrach* burr* bestia_de_atencion corrupt* corrupcion* crimin* delincuent* traidor* traicion* hipocrit* hipocresia* cinic* cinism* fascist* nazi* dictador*
2.8 anger: dictadura* tiran* represor* asesin* golpist* violent* violencia* agresiv* agred* agresion* amenaz* insult* ofens* ofend* calumni* difam* acos* acoso* maltrat* tortur* opres* racist* racism* machist* machism* homofob*
2.8 anger: xenofob* cobard* vil viles miserabl* ruin cinico
2.6 disgust: asco* asquer* asqueros* asquerosid* asquead* repugn* repugnant* repuls* repulsiv* nausea* nauseabund* vomit* vomitiv* guacala guacatela guacal guakala wacala huacala fuchi puaj puag puaf iugh iuju_no ugh cochin*
2.6 disgust: cochinada* inmund* mugr* mugre* suci* sucieda* ron* ronos* fetid* apest* hediond* hedor* pestilent* putrefact* podrid* podri* pudr* ranci* moho mohos* cucarach* gusano* larva* pelo_en_la_comida un_pelo rata_en infect*
2.6 disgust: repelent* grima repele vomito arcad* chiquer* estercol* caca mierdero cutre* cutrez* casposo caspos* bazofia* grotesc* obscen* depravad* pervertid* aberrant* escabros*
2.7 sadness: trist* tristeza* tristisim* llor* lloro lloran lloro_mucho llanto* lagrima* deprim* deprimid* depresion* depre desconsol* desolad* desolador* desolacion* desesperanz* desilusion* decepcion* decepcionad* decepcionant*
2.7 sadness: desencant* afligid* afliccion* angustiad* apenad* pena_grande penos* lament* lamentabl* lastima lastim* pesar_y_dolor dolor* dolid* duel* dolio doloros* sufr* sufrimient* sufriend* agoni* agonia* muert* muerte* muri*
2.7 sadness: murio murieron morir* mori fallec* falleci* luto funeral* entierr* perdida_irreparable tragedi* tragic* catastrof* catastrofe* desastr* desastre* desdich* infeliz infelices infelicid* nostalgi* melancol* melancolia*
2.7 sadness: soledad solitari* abandon* abandonad* abandono desampar* desgraci* desgracia* desventur* ruina arruin* arruinad* destru* destroz* destrozad* devast* quebrantad* roto_el_corazon corazon_roto suicid* extranarte
2.7 sadness: echo_de_menos te_extrano extrano hundid* abatid* decaid* desanim* desalent* derrot* derrota* fracas* fracaso* perdedor* 
2.4 fear: mied* miedo* miedito* temor* temo temible* terror* terrorific* aterr* aterrad* aterrador* aterroriz* panic* panico* pavor* pavoros* espant* espanto horror* horroriz* escalofri* asust* asustad* susto* sust* preocup*
2.4 fear: preocupad* preocupant* preocupacion* angusti* angustia* angustiant* ansios* ansiedad* nervios* nervios nervi* inquiet* inquietud* intranquil* alarmad* alarmant* agobi* agobiad* agobio* estres* estresad* estresant*
2.4 fear: desasosieg* zozobr* tembl* temblor* acojon* acojonad* cague cagad*_de_miedo canguelo yuyu peligr* peligro* peligros* riesgo* arriesgad* inseguridad* insegur* amenazador* pesadill* siniestr* tenebros* macabr* fobia*
2.4 fear: terrorist* terrorism* urgenc*_medica desesperad* intoxic*
2.9: horribl* horribles horripil* horrend* pesim* pesimo pesima pesimos pesimas terribl* terrible terribles nefast* atroz atroces espantos* deplorabl* desastros* fatal fatales catastrofic* penosisim* patetic* malisim* malisimo
2.9: peor peores peorrr peorcit* lo_peor feisim* carisim* lentisim* malo mala malos malas mal mall maaal maal
2.3: defect* defectuos* averiad* averia* roto rota rotos rotas romp* rompi* rompio quebrad* rajad* rayad* golpead* aboll* descompuest* descompus* estropead* estrope* danad* dano danos malogrado malograd* deterior* desten*
2.3: destenid* manchad* mancha* aranad* agujeread* despegad* despeg* descosid* descos* desgarr* vencid* caducad* caduc* expirad* podrido crudo_por_dentro quemad* duro_como_piedra aguad* insipid* desabrid* incomibl*
2.3: intragabl* recalentad* helado_por_dentro fria_la_comida frio_el fallo fallos falla fallan fallas fallando falle* fallad* error* errores equivocad* equivocaron equivocacion* incorrect* incomplet* faltan* faltante* faltaron
2.3: falto_un demora* demorad* demoran demoro demoraron demorando retras* retrasad* retraso* tarde_y_mal atrasad* atraso* tardan tardaron tardo_mucho tardanz* incumpl* incumplid* incumplimient* perdid*_mi_pedido extravi*
2.3: extraviad* danaron cancelaron ignor* ignorad* ignoran ignoraron trabad* traba colgad* se_cuelga atascad* bloquead* problem* problema* inconvenient* queja* quej* quejarme quejo reclamo* reclam* reclamacion* decepciono
2.3: duplicad*_cobro doble_cobro
2.1: feo fea feos feas feo_feo fealdad* horror abominabl* aborrec* aburrid* aburr* aburrimient* absurd* acus* advers* adversid* alborot* amarg* amargad* amargura* anormal* antipat* antipatic* apat* apatia* arbitrari* aspero atac*
2.1: ataque* atorment* atrasar avari* avers* azot* banal* barat*_y_malo bobo boba bobos bobada* tonto tonta tontos tontas tonteria* tonter* bobad* bodri* bochorn* bochornos* brusc* bruto bulo bulos burla* burl* caotic* caos
2.1: castig* cateto chafa chafas chafo chapuz* chapucer* charlatan* chatarra* chimb* chot* chunga chungo chungas chungos ciego complic* conden* conflict* confus* confusion* contamin* contrari* crisis critic* critica criticas
2.1: cruel* crueld* cruento culpabl* culpas danin* debilid* decadent* deceso defraud* defraudad* deficient* deficiencia* deform* degrad* delit* delito* demagog* demand* denigr* derrumb* desacuerd* desafortunad* desagrad*
2.1: desagradabl* desagradecid* desapar* desaprob* desatend* desatent* desconfi* desconfianza* descontent* descort* descuid* descuidad* desech* desfasad* desgast* deshonest* deshonr* desigual* deslealt* desleal* desmotiv*
2.1: desorden* desorganiz* desorganizad* despectiv* desperdici* desprec* despreci* despreciabl* desprestig* desquici* despotic* destartal* desubic* desvent* deud* dificult* dificultad* discrimin* discut* disgust* disgustad*
2.1: disgusto* disparat* distors* droga drogas dudos* duro_golpe egocentr* egoism* egoist* embust* empeor* empeorand* enemig* enemigo enferm* enfermedad* enganch*_sin enga* envidi* envidia* envidios* erron* escandal* escandalo*
2.1: escas* escasez* esclav* esperpent* estafan estrepit* estrafal* exager* exagerad* excluid* expuls* fach* fak* falac* fals* falsed* falt*_de_todo fanat* fariseo fatalid* fatig* fealdad fiasc* fiasco* floj* flojer* fracasad*
2.1: fragil* frustr* frustrad* frustrant* frustracion* fulan* fusil* garrot* gripe guerr* guerra* habladur* hambr* herid* herida* hostil* hostilid* huelg* humill* humillant* humillacion* hundim* hurt* ilegal* ilegitim* ilog*
2.1: impedim* imperfect* impertinent* impopular* impost* impotencia* imprudent* impun* impunid* inadecuad* incapac* incapaz incapaces incendiar* inciert* incoherent* incomod* incomodid* inconcebibl* inconscient*
2.1: inconsistent* incult* indecent* indecis* indefend* indefens* indeseabl* indiferent* indiferencia* indisciplin* inefic* ineficaz ineficient* inestabl* inexpert* inferior* infiel* infraccion* infund* ingrat* ingratitud*
2.1: inhuman* inmadur* inmoral* innecesari* inoper* inoportun* insatisfech* insatisfacc* insensibl* insensat* insignific* insolent* insolvent* insomni* insuficient* inservibl* inten*_fallido interrump* intranscend* intrus* invad*
2.1: inval* irracional* irregular* irreparabl* irritab* jodid* jod* jodan jodio joda jodas jodes jodem* kk latos* lent* lentitud* lerd* lesionad* letal* lio loc*_de_remate macarr* malcri* maldad* maldic* malestar* malev*
2.1: malgast* malic* malici* malign* maltrech* malvad* maniat* manip* manipul* marchit* mareo* mareos mareada maread* mediocr* mediocrid* mentecat* mezquin* mugroso multas necio necia necios neglig* neurot* nociv* obsesion*
2.1: obsolet* obstacul* obtus* ofensiv* olvidad* olvidaron opac* oscurid* ostent* pamplin* paranoi* parasit* pecad* pelea* pelig peleand* penaliz* penuri* perdi perdim* perdid* perdida* perdieron perjud* perjudic* perjuici*
2.1: perturb* pervers* pesad* pesadez* pesimis* pesimist* pestos* pinche pinches piojos* pobrecit* pobre pobres pobreza* polemic* polucion* precari* precariedad* presionad* problemat* prohib* prohibid* protest* provoc* pugn*
2.1: quebrant* quisquill* ramplon* rapin* recelos* rechaz* rechazad* regan* remordim* rencor* rencoros* repud* resent* resentid* resentimient* retorc* retroces* ridicul* ridiculo* ridiculez* rob* roban robaron robad* robo
2.1: robos ruid* ruidos* rutinari* sabot* sacrifici* sadic* sarcast* secuestr* severo siniestrad* sobrecobr* sobreprec* sobrevalor* sofoc* somnol* sordid* sospech* sospechos* sucumb* tacan* temerari* tension* tercermund* testarud*
2.1: tetric* tiraniz* torp* torpez* tortuos* toxic* trampa* trampos* tramp* traum* trauma* traumatic* trastorn* traves* tumult* turbi* ultraj* usur* usurer* vagos vandal* vanidos* vejat* vengan* venganz* vengativ* viej*_y_roto
2.1: violad* violacion* virus vulgar* vulnerab* zafi* zopenc*
1.6: cansad* cansanci* agotad*_de agotador* agotamient* rechin* roll*_malo quej caro caros caras_las carer* carero pasarse_de_precio clavada sablazo palo_de_precio rebent* reventad* aburrido sueno_horrible pereza* flojera
1.6: paja_mental raro_sabor rara_la dur* durisim* dificil* dificiles imposibl* imposible complicad* complicacion* confundid* estresa ruina* basta yaa pff pfff puff pufff uff uf ufff buf buff bah meh mehh buuu buu ay ayy ayyy snif
1.6: sniff bua buaaa buah_no jo jope joo caray_no rayos caramba_no diantre* maldicion* demonio* diablo* jodete callate callense cierra_la_boca fuck shit wtf bullshit hate worst bad sad fail scam
1.1: lamentablement* desgraciadament* desafortunadament* extran* ningun* culpar tardar solo_y_triste calor_horrible lluvia_otra_vez madrug* lunes_otra_vez resaca
1.1: dolorcit* enfermo enferma gripa tos fiebre hospital vete vayanse 
`;
