/** Times of day and stretches that have no date of their own, Spanish and English; only read when the style asks for vague times. */
export const vagueTimes: readonly string[] = `
now|currently|current|the current|at the moment|at this moment|presently|at present|at this time|for now|by now|later|later on|later today
|later tonight|later this week|soon|sometime soon|as soon as possible|asap|immediately|recently|lately|overnight|sunrise|sunset|dawn|dusk|daybreak|twilight
|nightfall|bedtime|lunchtime|lunch time|dinnertime|dinner time|breakfast time|nighttime|night time|daytime|day time|morning time|sundown|sunup
|all day|all day long|all day today|all day tomorrow|the whole day|the entire day|all night|all night long|all morning|all afternoon|all evening|all week|all week long|the whole week|the entire week
|all weekend|all month|all year|the day|the next day|the following day|the week|the month|the weekend|the morning|the evening|the afternoon|throughout the day
|throughout the week|rest of the day|rest of the week|rest of the month|rest of the year|rest of today|rest of the night|rest of the evening|rest of this week|rest of the weekend
|rest of the afternoon|the day before|the day after|the night before|the week before|the week after|morning|afternoon|evening
|fiscal year|school year|ano fiscal|ano escolar|to date|spring|summer|autumn|winter|this spring|this summer|this fall|this autumn|this winter|next spring|next summer|next fall|next autumn|next winter|last summer|last winter|the summer|the winter
|ahora|ahora mismo|ahorita|ahorita mismo|ahorita ya|actual|actuales|actualmente|en este momento|en estos momentos|de momento|por ahora|hasta ahora|mas tarde|mas tarde hoy|luego|pronto
|enseguida|en seguida|inmediatamente|recientemente|ultimamente|amanecer|atardecer|anochecer|puesta del sol|puesta de sol|salida del sol|todo el dia|todo el dia de hoy|todo el dia de manana|toda la semana|toda la noche|toda la manana
|toda la tarde|todo el mes|todo el fin de semana|todo el ano|el resto del dia|el resto de la semana|el resto del mes|el resto de la noche|el resto de la tarde|resto de la semana|resto del dia|resto del mes
|la semana|el dia de hoy|el dia de manana|el dia siguiente|al dia siguiente|el dia antes|el dia anterior|el dia despues|la noche anterior|la noche antes
|durante la noche|durante el dia|durante la manana|durante la tarde|durante la semana|durante el fin de semana
|la primavera|el verano|el otono|el invierno|este verano|este invierno|esta primavera|este otono|proximo verano|proximo invierno
`
  .replace(/\n/g, "")
  .split("|");

/** Words for what comes back; "every" and "cada" also go before a length of time. */
export const repeats: readonly string[] = `
daily|everyday|hourly|weekly|monthly|yearly|annually|annual|nightly|biweekly|every day|every night|every morning|every evening|every afternoon|every week|every weekday
|every weekend|every month|every year|every hour|every minute|every half hour|every half an hour|every other day|every other week|every single day|each day|each night|each morning|each evening|each afternoon
|each week|each weekday|each weekend|each month|each year|each hour|on weekdays|weekdays|weekends|once a day|once a week|once a month|twice a day|twice a week|every single morning|every single night
|diario|diaria|diarios|diarias|diariamente|a diario|semanal|semanales|semanalmente|semanaria|mensual|mensuales|mensualmente|anual|anualmente|cada dia|cada noche|cada manana|cada tarde|cada semana|cada mes
|cada ano|cada hora|cada minuto|cada media hora|cada fin de semana|todos los dias|todos los dias de la semana|todas las semanas|todas las noches|todas las mananas|todas las tardes|todos los meses|todos los anos|todas las horas
|todos los fines de semana|los fines de semana|fines de semana|los dias de semana|dias de semana|entre semana|todos los dias laborables|todos los dias habiles|una vez al dia|una vez a la semana|una vez al mes|dos veces al dia
`
  .replace(/\n/g, "")
  .split("|");
