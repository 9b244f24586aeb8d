import { wordSet } from "../identifiers/word-set.ts";

/** Words of every chat. They are never taken for a misspelt name. */
export const commonWords =
  wordSet(`hola buenas buenos buena bueno dias tardes noches quiero quisiera queria quieren quiere querer querria tienen
  tiene tengo tenes tienes teneis tenia tener puedo puede puedes pueden podes podeis podria podrian poder necesito necesita necesitamos
  saber sabes sabe favor gracias muchas muchos mucho mucha tambien ademas porque cuando cuanto cuanta cuantos cuantas cuesta cuestan
  cuestas vale valen valor precio precios donde quien quienes como cual cuales esta este estos estas estan estoy estamos estar ese esos
  esas eso esto hacer hacen haces hago hace hecho para pero pues entonces ahora luego despues antes hasta desde sobre entre
  lunes martes miercoles jueves viernes sabado sabados domingo domingos semana semanas manana hoy ayer enero febrero marzo abril mayo
  junio julio agosto septiembre setiembre octubre noviembre diciembre fecha hora horas minutos mes meses ano anos tarde noche medio media
  pedido pedidos orden compra comprar compre entrega entregar entregan envio envios enviar envian mandar mandan manda mande mandame llega
  llego llegar llegan llevar llevo lleva dame deme pasar paso pasa pasame pasado casa calle numero nombre telefono direccion correo
  tarjeta efectivo pago pagar pague pagado cobrar cobran cobro cuenta transferencia descuento oferta promocion nuevo nueva nuevos grande
  grandes chico chica chicos pequeno mediano color colores talla tallas tamano blanco blanca negro negra rojo roja azul verde amarillo
  rosa gris marron caja cajas bolsa bolsas botella paquete docena unidad unidades pieza piezas kilo kilos litro litros metro metros
  gramos persona personas gente amigo amiga hermano hermana hijo hija mama papa senor senora perro gato fiesta regalo comida cena
  local tienda negocio servicio cliente cita turno mesa reserva reservar cambio cambiar devolver devolucion problema queja ayuda ayudar
  mejor peor mismo misma otro otra otros otras todo toda todos todas algo alguien nada nadie siempre nunca solo sola mas menos muy
  verdad claro perfecto vale listo listos dale cosa cosas parte lado veces primera primero segunda segundo ultimo ultima
  uno dos tres cuatro cinco seis siete ocho nueve diez quien parece creo gusta gusto gustaria interesa quedan queda quedo
  hello hi hey good morning afternoon evening night today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday
  sunday january february march april may june july august september october november december week weekend month year hour hours minute
  minutes please thanks thank want wanted would could should need needed have having this that these those there their they them what when
  where which while with without will just like about after before from into over under again also still already much many more most
  some something anything nothing everything does doing done make made take taken took give gave given order orders ordered delivery
  deliver delivered price prices cost costs money pay paid payment card cash account phone number address email name room table place
  store shop house home street time times date people person friend family brother sister mother father daughter husband wife
  little small large medium size sizes color colour colors black white green blue yellow brown pink grey red other another same
  different better best worse check book booking booked available stock open close closed closing sell selling buy buying bought send
  sending sent receive received return returned refund change changed help talk speak call service customer problem issue question
  great sure fine okay right left really very first second third next last late early soon long short piece pieces pack packs box boxes
  bag bags bottle bottles dozen unit units pound pounds both each every`);
