/**
 * Spanish words that say something good: a line is a weight (0..4), an emotion if they show one, and words. Folded;
 * `*` = any ending of an inflection, `_` = space.
 */
export const positiveSpanish = `
3.2 joy: maravill* espectacular* fenomenal* magnific* fantastic* extraordinari* estupend* sensacional* brutalisim* fabulos* formidable* impecable* insuperable* inmejorable* excelent* excelencia* esplendid* grandios* glorios*
3.2 joy: sublim* exquisit* divin* prodigios* majestuos* delicios* riquisim* buenisim* lindisim* hermosisim* contentisim* felicisim* bellisim* mejorisim* guapisim* delicia* primoros* portentos* soberbi* excels*
2.9 joy: feliz felices felicidad* alegr* contento contenta contentos contentas encant* fascin* ador* emocionad* emocion emociones emocionant* ilusionad* ilusion ilusiones ilusionant* euforic* euforia* dichos* dicha gozos* gozo
2.9 joy: gozar* radiante* entusiasm* jubil* entusiast* exaltad* extasi* paraiso* celebr* festej* disfrut* triunf* victori* orgullos* orgullo enamorad* enamor* amo amamos amad* amar amor amores amoros* felicit* felizmente
2.9 joy: enhorabuena* festiv* regocij* alborozad* jocund* bendicion* bendecid* bendit* afortunad* suertud*
2.6 joy: genial* increible* bacan* bacano* chever* chido* padrisim* padriz* buenaz* crack cracks genio genia genios genias idolo idola idolos capo capaz_de_todo grosso grosa grossos joya joyas joyita* espectaculo* fieston fieston*
2.6 joy: temazo* partidazo* golazo* peliculon* noticion cochazo* planazo* exitaz* exito exitos exitos* copad* barbar* piola copada groso grosos grosas macanud* brutal brutales tremendo_placer chulisim* chulo chulos chula chulas
2.6 joy: mola molan molo molaba molar molaria molaran flipante* alucinante* guay guais guays
2.3: buena buenos bien mejora mejoran mejorad* mejorand* mejoraron mejoria* gran grande_como_siempre perfect* ideal ideales lind* hermos* bell* bonit* precioso preciosa preciosos preciosas preciosidad*
2.3: guap* bellez* hermosur* rico rica ricos ricas sabros* riquis* gustos* agradable* simpatic* amable* amabilidad* atent* cordial* carinos* cordialidad* gentil* genti* amistos* dulce dulces dulzura* tiern* ternur* encantador*
2.3: admirable* espectacularmente valios* brillante* brillo brillas util utiles utilisim* eficaz eficaces eficient* eficiencia* efectividad* rapidisim* puntual* puntualidad* limpisim* profesional* profesionalidad*
2.3: impecablemente honest* honrad* honestidad* sincer* confiable* fiable* seguridad_total confortable* comodidad* calidad calidez* calid* acogedor* frescos_y_buenos
2.1: apreci* agradec* agradezco agradecid* gratitud* gracias graciasss mil_gracias bendig* benditos recomend* recomiend* recomendable* ayudaron ayudo_mucho solucionaron solucionad* resolvieron resuelt* cumplieron cumplen cumplid*
2.1: cumplidor* aprob* aprobad* logr* logro logros consegu* ganamos gano ganaron ganar ganador* ganas_de campeon* campeones acierto* acert* merecid* merece_la_pena vale_la_pena valio_la_pena aplauso* aplaud* bravo bravos bravisim*
2.1: ole viva vivan hurra yupi yay wiii yuju yeah yujuu eeea bieeen
2.0: abrazo* abraz* beso besos besit* besot* besazo* besaz* abracito* abrazot* sonris* sonrie* sonrei* sonrisa* risa risas reir reirm* rei riend* risuen* divertid* divert* diviert* graciosisim* gracios* chistos* cachondo*
2.0: humor_del_bueno carcajad* chispeant* ocurrent* ingenios* ingeni* sabiduria* inteligent* inteligencia* listisim* habil habiles talent* talento* talentos* creativ* prodigi* magic* magia magico epico epica epicos epicas legend*
2.0: mitic* heroe* heroic* heroina* valient* valentia* coraj* animo animos animate suerte buenasuerte esperanz* esperanzad* optimist* optimism* ilusiona tranquilidad* tranquil* seren* paz* calma solidari*
2.0: solidaridad* generos* generosidad* bondad* bondados* nobl* noblez* leal* lealtad* fiel* fidelidad* respetuos* digno dignos dignidad* educad* educacion_y_respeto
1.9: amig* amistad* querid* companeris* hermandad* unidos juntos_podemos compart* apoy* colabor* acogida* bienvenid* bienvenida* salud_y cuidat* cuidense cuidaos suertaza brind* disfruto disfrutar fiesta* fiestas viernesss
1.9: sorpresa_bonita premiad* galardon* medalla* victoriosa cumpleanos* cumpleanos aniversario* feliciten ilusiono ganitas ansios*_por_ver interesant* apasion* apasionant* pasion* inspirador* inspir* motivad* motiv*
1.9: motivador* positiv* prometedor* novedos* innov* elegant* elegancia* sofisticad* estilos* estilazo moderno_y_bonito lujo lujos lujos* de_lujo espacios* luminos* funcional* resistent* durader* calentit* 
1.9: tiernit* crujient* jugos* recien_hechit* calidad_precio_excelente baratisim* asequible* rebaja_increible ganga* chollo* chollazo* oferton* acertad* correctisim* satisfech* satisfaccion* satisfactori* complac*
1.9: complacid* placer* placenter* agusto gustazo* gustit* favorit* preferid* predilect* inolvidable* memorable* unico_en_su_clase insustituible* imprescindible* indispensable* inigualable* incomparable*
1.7: jaja jajaja jajajaja jajajajaja jajajajajaja jajajajajajaja jejeje jejejeje jiji jijiji jojo jojojo xd xdd xddd xdddd lol lmao
1.6: facil* sencill* veloz* veloces pronta_respuesta ventaj* ventajos* oportunidad* progres* progreso avance_importante florec* prosper* prosperidad* supera_expectativas superior* supero optim* optima* arreglad* recuper*
1.6: recuperad* saludabl* vitalidad* fuerte_abrazo robust* solid* estable* garantia_de_calidad certer* logrado lograda logrados logradas bienestar mim* mimad* mimos protegi* salvador* rescat* milagro* milagros* angel*
1.6: angelit* cielito tesoro* princes* reinas crecio bendigo bendiga dios_te_bendiga bendiciones santo_remedio esperanza* sueno_cumplido sonad* sonand* apacible* placid* armoni* armonios* equilibr* natural_y_rico original*
1.6: autentic* genuin* verdader_amig* especialisim* distingu* destac* destacable* sobresal* eminent* prestigi* loabl* elogi* elogios* alab* alabanz* ovacion* homenaj* honor* honr* venerad* virtuos* virtud* merit* merito* ejemplar*
1.6: modelic* intachabl* irreprochabl*
1.5: wow guau guauu ostras_que_bien uff_que_bueno mmm mmmm nam namnam rechuper* chuparse_los_dedos yummy top topisim* cool nice love happy great amazing crush lovely fav favs best winner win
1.3: ok_perfecto agrad* accesibl* abundant* generosas afabl* afectuos* afecto* afin* alivi* aliviad* altruist* amen* animad* anhel* apetec* apetitos* armonic* asombros* atractiv* atraer* audaz* audac* aventur* benevol* benign*
1.3: bonach* caball* calm* candid* canel* caric* carism* carismat* castiz* celestial* clemen* compasiv* comprensiv* comprens* concord* confian* consol* constructiv* conviccion* convincent* cooper* coquet* cortes* cortesia* cuco
1.3: cuqui cuquis decent* decente decoros* desinteres* desenvuelt* despampan* desprendid* digna dignas diligent* diplomatic* disciplin* discret* distinguid* don_de_gentes eleg* elocuent* embell* eminenci* emprend* emprendedor*
1.3: encanto encantos enriquec* entran* entreten* entretenid* esforzad* esmer* esmerad* esplendor* esponjos* estim* estimulant* exacto_gracias excit* exuber* facilidad* fascinant* fertil* fervient* festin* flexibl* fluid*
1.3: fortalec* fortun* fratern* frescur* fulgor* galan* garbos* glamour* gratific* grat* halag* halagad* hermana_del_alma hospital* humild* humor* idilic* iluminad* ilustr* impetu* imponent* impresionant* incent* ingeniosidad*
1.3: inmaculad* intuitiv* invencibl* jovial* juguet* juvenil* laborios* lucid* magnan* majo maja majos majas majisim* maestr* maestria* merez* metodic* minucios* mism_calidad modest* monada* mona monas monisim* nutrit* oasis
1.3: obsequi* ole_tu osad* pacific* paladar* paradisiac* perfeccion* perspicaz* piados* poderos* primer_nivel privilegi* propici* prudent* pujant* pulcr* pureza* purisim* querib* querible* razonabl* reconfort* refresc* refrescant*
1.3: refinad* renac* reluc* resplandec* resplandor* respald* revital* romantic* rotund* saci* sagaz* satisfac* seduct* sensat* sensibl* sensual* servicial* simpatia* simpatiqu* sofist* solvent* sonrient* sosegad* sosieg* sutil*
1.3: teson* tentador* tierno transparent* triunfal* triunfant* unanim* ventur* versatil* vigor* viril* vistos* vivaz* vivac* vibr* vibrant*
1.6: buen
0.9: mejor mejores acept* aceptable* bebe_precioso musica_buena claridad* normalit* tranqui
0.9: gusta gustan gusto gustas gustaron gustaba ayuda_mucho admiro admiramos admiracion* respeto interesante* regalazo* vacaciones finde concierto navidad premio premios feliz_dia especialmente carino carinito
0.9: reina rey reyes maquina fuerza libertad justicia fe paz ganas deseando conforme barato barata baratos baratas economico rapido rapida rapidos rapidas agil facil listos cielo energia preferido merece merecen merezco
0.9: reconocimiento* saludos saludo jeje
0.5: gratis claro correcto solucionar arreglar interesa interesan sol playa verano luz poder beneficio* ahorro
`;
