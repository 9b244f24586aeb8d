/** ISO 3166 of the country of a time zone where it has only one and customers are likely. */
export function regionOfZone(timeZone: string): string | undefined {
  if (timeZone.startsWith("America/Argentina/")) return "AR";
  return Object.keys(zones).find((region) => zones[region]?.includes(timeZone));
}

/** ISO 4217. */
export function currencyOf(region: string): string | undefined {
  return euro.has(region) ? "EUR" : currencies[region];
}

const zones: Readonly<Record<string, readonly string[]>> = {
  MX: [
    "America/Mexico_City",
    "America/Monterrey",
    "America/Cancun",
    "America/Merida",
    "America/Tijuana",
    "America/Hermosillo",
    "America/Chihuahua",
    "America/Ciudad_Juarez",
    "America/Mazatlan",
    "America/Matamoros",
    "America/Ojinaga",
    "America/Bahia_Banderas",
  ],
  AR: ["America/Buenos_Aires"],
  CO: ["America/Bogota"],
  ES: ["Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta"],
  US: [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Detroit",
    "America/Anchorage",
    "America/Boise",
    "Pacific/Honolulu",
  ],
  GB: ["Europe/London"],
  IE: ["Europe/Dublin"],
  IN: ["Asia/Kolkata", "Asia/Calcutta"],
  CL: ["America/Santiago", "America/Punta_Arenas"],
  PE: ["America/Lima"],
  EC: ["America/Guayaquil", "Pacific/Galapagos"],
  UY: ["America/Montevideo"],
  PY: ["America/Asuncion"],
  BO: ["America/La_Paz"],
  VE: ["America/Caracas"],
  CR: ["America/Costa_Rica"],
  PA: ["America/Panama"],
  GT: ["America/Guatemala"],
  HN: ["America/Tegucigalpa"],
  SV: ["America/El_Salvador"],
  NI: ["America/Managua"],
  DO: ["America/Santo_Domingo"],
  PR: ["America/Puerto_Rico"],
  CA: ["America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax"],
  AU: ["Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Perth", "Australia/Adelaide"],
  NZ: ["Pacific/Auckland"],
  ZA: ["Africa/Johannesburg"],
};

const euro = new Set(["ES", "IE", "DE", "FR", "IT", "PT", "NL", "BE", "AT", "FI", "GR", "LU", "MT", "CY"]);

const currencies: Readonly<Record<string, string>> = {
  MX: "MXN",
  AR: "ARS",
  CO: "COP",
  US: "USD",
  GB: "GBP",
  IN: "INR",
  CL: "CLP",
  PE: "PEN",
  EC: "USD",
  UY: "UYU",
  PY: "PYG",
  BO: "BOB",
  VE: "VES",
  CR: "CRC",
  PA: "USD",
  GT: "GTQ",
  HN: "HNL",
  SV: "USD",
  NI: "NIO",
  DO: "DOP",
  PR: "USD",
  CA: "CAD",
  AU: "AUD",
  NZ: "NZD",
  ZA: "ZAR",
};
