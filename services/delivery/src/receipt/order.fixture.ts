import type { OrderDocument } from "@parley/contract/order-document";

export function anOrder(overrides: Partial<OrderDocument> = {}): OrderDocument {
  return {
    business: { name: "Panadería La Espiga", address: "Av. Álvaro Obregón 124, Roma Norte", phone: "+52 55 5555 0142" },
    number: "P-1042",
    language: "es",
    timeZone: "America/Mexico_City",
    region: "MX",
    currency: "MXN",
    placedAtMs: Date.parse("2026-11-24T10:00:00-06:00"),
    dueAtMs: Date.parse("2026-11-24T17:30:00-06:00"),
    lines: [
      { name: "Concha de vainilla", quantity: 3, unitCents: 1800, totalCents: 5400 },
      { name: "Café latte", choices: "leche de avena", quantity: 2, unitCents: 6400, totalCents: 12800 },
    ],
    feeCents: 3500,
    totalCents: 21700,
    method: "delivery",
    address: "Calle Orizaba 21, Roma",
    payment: "efectivo",
    name: "Laura Núñez",
    ...overrides,
  };
}
