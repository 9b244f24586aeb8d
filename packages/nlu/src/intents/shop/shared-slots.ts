import type { Slots } from "./phrases.ts";

/** Fillers that are the same in every language. */
export const sharedSlots = {
  n: ["2", "3", "4", "6", "9", "10", "12", "20"],
  phone: ["555 0123 456", "+52 55 5555 0147", "11 5555 0199", "300 555 0188", "07700 900123", "212 555 0142"],
  order: ["A-1043", "#20931", "PED-552", "GB-77120", "OD-90213", "4471-K", "TRK5501882AR", "BX7-K2", ""],
  email: ["ana.r@correo.test", "compras@oficina.test", "j.smith@mail.test"],
  url: ["https://maps.test/abc", "bit.test/x92k", "www.premios.test"],
  taxid: ["XAXX010101000", "30-55555555-2", "900.555.123-4", "B55555555"],
} satisfies Slots;
