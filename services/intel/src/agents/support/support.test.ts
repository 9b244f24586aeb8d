import { describe, expect, test } from "vitest";
import { bareShop, chatWith, shopKnown } from "../agent-chat.fixture.ts";
import type { OrderSummary } from "../agent-turn.ts";
import { supportAgent, ticketSummaries } from "./support.ts";

const known = shopKnown();
const open = (at?: string) => chatWith(supportAgent, { known, ...(at === undefined ? {} : { at }) });
const started = Date.parse("2026-11-24T10:00:00-06:00");
const order = (status: string, hoursAgo = 1): OrderSummary => ({
  number: "P-1042",
  status,
  placedAtMs: started - hoursAgo * 3_600_000,
  text: "1 × Martillo",
});
const records = (...orders: OrderSummary[]) => ({ records: { orders, tickets: [] } });
const complaint = { intent: "complaint" };

describe("a problem becomes a ticket", () => {
  test("with category, urgency, order and time, and its number is the turn's", () => {
    const tell = () => open().says("me cobraron dos veces el martillo", { ...complaint, ...records(order("done")) });
    const chat = open();
    const { body, timers } = chat.says("me cobraron dos veces el martillo", {
      ...complaint,
      ...records(order("done")),
    });
    const [ticket] = chat.state().tickets;
    expect(ticket).toMatchObject({ category: "wrong_charge", urgency: "high", order: "P-1042", status: "open" });
    expect(body).toBe(
      `Lamento mucho lo ocurrido. Abrí el caso *${ticket?.number}* (Cobro incorrecto) y alguien del equipo lo revisa en menos de 1 hora.`,
    );
    expect(ticket?.number).toMatch(/^C-\d{7}$/);
    expect(timers).toEqual([{ name: `sla-${ticket?.number}`, atMs: chat.now() + 3_600_000 }]);
    expect(tell().body).toBe(body);
  });

  test("in English, with a bounded summary of what was said before", () => {
    const chat = open();
    chat.says("where is my order", { intent: "order_status", language: "en" });
    chat.says("it was P-770, the hammer arrived broken", { ...complaint, language: "en" });
    const ticket = chat.state().tickets[0];
    expect(ticket?.summary).toMatch(
      /· pedido P-770\n«it was P-770, the hammer arrived broken»\nAntes: where is my order/,
    );
    expect(ticket?.summary.length).toBeLessThanOrEqual(1200);
  });

  test("what happened is asked for once when nothing was told", () => {
    const chat = open();
    const { body, asks } = chat.says("hola, tengo una queja", complaint);
    expect(body).toMatch(/¿Me cuentas qué pasó\?/);
    expect(asks).toMatchObject([{ slot: "ticket_description", type: "text" }]);
    expect(chat.forms()).toEqual({ complaint: { ticket_description: "text" } });
    const told = chat.says("la cajera fue grosera y no me quiso ayudar", {
      ...complaint,
      answered: ["ticket_description"],
    });
    expect(told.body).toMatch(/\(Trato o servicio\)/);
    expect(chat.state().draft).toBeUndefined();
  });

  test("the order is asked for once; without it the ticket is opened all the same", () => {
    const chat = open();
    expect(chat.says("mi pedido llegó incompleto", complaint).asks).toMatchObject([
      { slot: "ticket_order", type: "order_id" },
    ]);
    expect(chat.says("no tengo el número a la mano", { ...complaint, unsure: true }).body).toMatch(/Abrí el caso/);
    expect(chat.state().tickets[0]?.order).toBeUndefined();
  });

  test.each(["P-1042", "p1042", "es el 1042", "#P-1042"])("the order may be given as %s", (text) => {
    const chat = open();
    chat.says("mi pedido llegó incompleto", complaint);
    chat.says(text, { ...complaint, unsure: true, ...records(order("done", 24 * 30)) });
    expect(chat.state().tickets[0]?.order).toBe("P-1042");
  });

  test("the order of the last days is taken without asking", () => {
    const chat = open();
    chat.says("mi pedido llegó incompleto", { ...complaint, ...records(order("done", 20)) });
    expect(chat.state().tickets[0]?.order).toBe("P-1042");
  });

  test("a photo is asked for where it shows what is wrong, and counted", () => {
    const chat = open();
    expect(chat.says("el martillo de mi pedido llegó roto", { ...complaint, ...records(order("done")) }).body).toMatch(
      /¿Nos mandas una foto, por favor\?$/,
    );
    const photo = { id: "m1", kind: "image", mimeType: "image/jpeg", bytes: 9, status: "ok", ms: 1 };
    expect(chat.says("", { kind: "image", media: [photo], unsure: true }).body).toMatch(/^Anotado en tu caso/);
    expect(chat.state().tickets[0]?.photos).toBe(1);
  });

  test("a shop that takes no orders asks for none", () => {
    const chat = chatWith(supportAgent, { known: shopKnown("", bareShop) });
    expect(chat.says("lo que compré llegó roto", complaint).body).toMatch(/Abrí el caso \*T-\d{7}\*/);
  });

  test("out of hours the time counts from the next opening", () => {
    const chat = open("2026-11-24T21:00:00-06:00");
    chat.says("me cobraron dos veces el martillo", { ...complaint, ...records(order("done")) });
    expect(chat.state().tickets[0]?.dueAtMs).toBe(Date.parse("2026-11-25T10:00:00-06:00"));
  });

  test("an urgent one goes to a person at once, and nothing is asked", () => {
    const chat = open();
    const { handOver, body } = chat.says("me intoxiqué con el solvente, estoy en el hospital", complaint);
    expect(body).toMatch(/Abrí el caso/);
    expect(chat.state().tickets[0]?.urgency).toBe("urgent");
    expect(handOver?.reason).toMatch(/^urgent: C-\d+ · Otro · urgente/);
  });

  test("an angry customer's goes to a person, more urgent than usual", () => {
    const sentiment = { label: "neg", score: -0.8, emotion: "anger" } as const;
    const chat = open();
    const { handOver } = chat.says("mi pedido llegó incompleto", { ...complaint, sentiment });
    expect(chat.state().tickets[0]?.urgency).toBe("high");
    expect(handOver?.reason).toMatch(/^upset/);
  });

  test("anger stays with the assistant where the business wants it so", () => {
    const calm = shopKnown("handover: { whenAngry: false }\n");
    const sentiment = { label: "neg", score: -0.8, emotion: "anger" } as const;
    const chat = chatWith(supportAgent, { known: calm });
    expect(chat.says("mi pedido llegó incompleto", { ...complaint, sentiment }).handOver).toBeUndefined();
  });
});

describe("an answer of the file comes before a ticket", () => {
  test("when it helps, there is no ticket", () => {
    const chat = open();
    const { replies, body } = chat.says("mi taladro no prende", complaint);
    expect(body).toMatch(/^Revise que la batería esté cargada\.\n\n¿Con esto queda resuelto\?/);
    expect(replies[0]).toMatchObject({
      kind: "buttons",
      buttons: [{ id: "ticket_helped:yes" }, { id: "ticket_helped:no" }],
    });
    expect(chat.taps("ticket_helped:yes").body).toMatch(/^¡Qué bueno!/);
    expect(chat.state()).toMatchObject({ tickets: [] });
  });

  test("when it does not, the ticket has the words of before", () => {
    const chat = open();
    chat.says("mi taladro no prende", complaint);
    expect(chat.says("no", { slots: { ticket_helped: "ticket_helped:no" } }).body).toMatch(/Abrí el caso/);
    expect(chat.state().tickets[0]?.said).toBe("mi taladro no prende");
  });

  test("returns in general are told, a return of something is a ticket", () => {
    expect(open().says("¿se puede devolver la pintura?", { intent: "return_refund" }).body).toBe(
      "Cambiamos lo que no sirva en 30 días.",
    );
    const chat = open();
    chat.says("quiero devolver mi taladro, no me gustó el color", {
      intent: "return_refund",
      ...records(order("done")),
    });
    expect(chat.state().tickets).toHaveLength(1);
  });
});

test("a question about terms in between opens no ticket", () => {
  const chat = open();
  chat.says("mi pedido llegó incompleto", complaint);
  expect(chat.says("¿hacen cambios?", { intent: "return_refund" }).body).toBe("Cambiamos lo que no sirva en 30 días.");
  expect(chat.says("P-1042", { ...complaint, unsure: true }).body).toMatch(/Abrí el caso/);
});

describe("a ticket goes on", () => {
  const withTicket = () => {
    const chat = open();
    chat.says("mi pedido llegó incompleto", { ...complaint, ...records(order("done")) });
    return { chat, number: chat.state().tickets[0]?.number ?? "" };
  };

  test("what is added is noted, bounded", () => {
    const { chat, number } = withTicket();
    expect(chat.says("también faltaron los clavos", complaint).body).toBe(`Anotado en tu caso ${number}, gracias.`);
    for (let n = 0; n < 20; n++) chat.says(`faltó la pieza ${n}`, complaint);
    expect(chat.state().tickets).toHaveLength(1);
    expect(chat.state().tickets[0]?.notes).toHaveLength(10);
  });

  test("another problem is another ticket", () => {
    const { chat } = withTicket();
    chat.says("y me cobraron dos veces el envío", { ...complaint, ...records(order("done")) });
    expect(chat.state().tickets.map(({ category }) => category)).toEqual(["wrong_or_damaged", "wrong_charge"]);
  });

  test.each(["¿cómo va mi caso?", "any news on my case?", "qué novedades hay de mi reclamo"])(
    "%s tells its status",
    (text) => {
      const { chat, number } = withTicket();
      expect(chat.says(text, { intent: "order_status" }).body).toBe(
        `Tu caso ${number} (Producto equivocado o dañado) está abierto y en revisión.`,
      );
    },
  );

  test("its number alone asks for it, too", () => {
    const { chat, number } = withTicket();
    expect(chat.says(number, { intent: "order_status" }).body).toMatch(/está abierto/);
  });

  test("without a ticket there is none to tell about", () => {
    expect(open().says("cómo va mi caso", complaint).body).toMatch(/^No encuentro un caso tuyo/);
  });

  test.each(["ya llegó, gracias", "ya se resolvió", "it's all sorted now", "pueden cerrar mi caso"])(
    "%s closes it",
    (text) => {
      const { chat, number } = withTicket();
      const { body, timers } = chat.says(text, { intent: "thanks" });
      expect(body).toBe(`Qué bueno que se resolvió. Cierro tu caso ${number}.`);
      expect(timers).toEqual([{ name: `sla-${number}`, atMs: undefined }]);
    },
  );

  test.each(["todavía no está resuelto", "no ha llegado nada", "ya llegó pero roto"])(
    "%s does not close it",
    (text) => {
      const { chat } = withTicket();
      chat.says(text, complaint);
      expect(chat.state().tickets[0]?.status).not.toBe("closed");
    },
  );

  test("a closed one is opened again within the time of the file, later it is a new one", () => {
    const { chat, number } = withTicket();
    chat.says("ya se resolvió", { intent: "thanks" });
    expect(chat.says("otra vez llegó incompleto", complaint).body).toBe(
      `Volví a abrir tu caso ${number}. Lo revisamos cuanto antes.`,
    );
    expect(chat.state().tickets[0]).toMatchObject({ status: "open", urgency: "high" });
    chat.says("ya se resolvió", { intent: "thanks" });
    chat.waits(80 * 60);
    expect(chat.says("otra vez llegó incompleto mi pedido P-900", complaint).body).toMatch(/Abrí el caso/);
    expect(chat.state().tickets).toHaveLength(2);
  });

  test("other agents see number, status and subject", () => {
    const { chat, number } = withTicket();
    expect(chat.records().tickets).toMatchObject([
      { number, status: "open", subject: "wrong_or_damaged: mi pedido llegó incompleto" },
    ]);
    expect(ticketSummaries(chat.state())).toEqual(chat.records().tickets);
  });

  test("at most twenty are kept", () => {
    const chat = open();
    for (let n = 0; n < 25; n++) {
      chat.says(`mi pedido P-${1000 + n} llegó incompleto`, complaint);
      chat.waits(49 * 60);
    }
    expect(chat.state().tickets).toHaveLength(20);
  });

  test("praise is no complaint, wherever the talk was", () => {
    const { chat } = withTicket();
    expect(chat.says("excelente servicio, muchas gracias, los amo", { intent: "complaint" }).body).toMatch(
      /^¡Muchas gracias/,
    );
  });

  test("thanks are thanks, with a ticket open, too", () => {
    const { chat } = withTicket();
    expect(chat.says("gracias", { intent: "thanks" }).body).toMatch(/^¡Gracias a ti!/);
  });

  test("a reaction needs no answer and changes nothing", () => {
    const { chat } = withTicket();
    const before = chat.state();
    expect(chat.says("👍", { kind: "reaction" }).replies).toEqual([]);
    expect(chat.state()).toEqual(before);
  });
});

describe("a ticket's time", () => {
  const withTicket = () => {
    const chat = open();
    const { timers } = chat.says("me cobraron dos veces el martillo", { ...complaint, ...records(order("done")) });
    return { chat, timer: timers?.[0]?.name ?? "", dueAtMs: timers?.[0]?.atMs ?? 0 };
  };

  test("when it is over, the customer is told once and the ticket is more urgent", () => {
    const { chat, timer, dueAtMs } = withTicket();
    const { body, timers } = chat.wakes(timer, { now: dueAtMs });
    expect(body).toMatch(/está tardando más de lo debido; ya avisé a un responsable\.$/);
    expect(chat.state().tickets[0]).toMatchObject({ status: "escalated", urgency: "urgent" });
    expect(timers).toEqual([{ name: timer, atMs: dueAtMs + 15 * 60_000 }]);
  });

  test("the second time the chat goes to a person, without a word of its own", () => {
    const { chat, timer, dueAtMs } = withTicket();
    chat.wakes(timer, { now: dueAtMs });
    const { body, handOver } = chat.wakes(timer, { now: dueAtMs + 15 * 60_000 });
    expect(body).toBe("");
    expect(handOver?.reason).toMatch(/^overdue: C-\d+ · Cobro incorrecto/);
  });

  test("a person's word in time is an answer", () => {
    const { chat, timer, dueAtMs } = withTicket();
    const { replies, timers } = chat.wakes(timer, { now: dueAtMs, operatorAtMs: dueAtMs - 1000 });
    expect(replies).toEqual([]);
    expect(timers).toBeUndefined();
    expect(chat.state().tickets[0]?.status).toBe("answered");
  });

  test("an answered ticket asks whether it is solved; yes closes it, no keeps it", () => {
    const { chat, timer, dueAtMs } = withTicket();
    chat.wakes(timer, { now: dueAtMs, operatorAtMs: dueAtMs - 1000 });
    const { replies } = chat.says("cómo va mi caso?", { intent: "order_status" });
    expect(replies[0]).toMatchObject({
      kind: "buttons",
      buttons: [{ id: "ticket_solved:yes" }, { id: "ticket_solved:no" }],
    });
    expect(chat.taps("ticket_solved:no").body).toMatch(/sigue abierto/);
    chat.says("cómo va mi caso?", { intent: "order_status" });
    expect(chat.says("sí", { slots: { ticket_solved: "ticket_solved:yes" } }).body).toMatch(
      /^Qué bueno que se resolvió/,
    );
  });

  test("a timer of a closed or forgotten ticket does nothing", () => {
    const { chat, timer, dueAtMs } = withTicket();
    chat.says("ya se resolvió", { intent: "thanks" });
    expect(chat.wakes(timer, { now: dueAtMs })).toMatchObject({ replies: [] });
    expect(chat.wakes("sla-C-1", { now: dueAtMs })).toMatchObject({ replies: [] });
  });

  test("a timer that comes too early waits", () => {
    const { chat, timer, dueAtMs } = withTicket();
    expect(chat.wakes(timer, { now: dueAtMs - 1 }).timers).toEqual([{ name: timer, atMs: dueAtMs }]);
    expect(chat.state().tickets[0]?.status).toBe("open");
  });
});

describe("how an order stands", () => {
  const status = { intent: "order_status" };

  test.each([
    ["placed", /está confirmado/],
    ["preparing", /se está preparando/],
    ["ready", /ya está listo para recoger/],
    ["on_the_way", /va en camino/],
    ["done", /ya se entregó/],
    ["cancelled", /está cancelado/],
  ])("%s is said in words", (state, answer) => {
    expect(open().says("¿dónde está mi pedido?", { ...status, ...records(order(state)) }).body).toMatch(answer);
  });

  test("a number that is not known is said, asked again, and then seen to by a person", () => {
    const chat = open();
    expect(chat.says("¿cómo va mi pedido?", status).body).toBe("¿Me das tu número de pedido?");
    expect(chat.forms()).toEqual({ status: { status_order: "order_id" } });
    expect(chat.says("P-555", { ...status, slots: { status_order: "P-555" } }).body).toMatch(
      /^No encuentro el pedido P-555/,
    );
    expect(chat.says("P-556", { ...status, slots: { status_order: "P-556" } }).handOver?.reason).toMatch(/P-556/);
  });

  test("a question about something else is not a missed number", () => {
    const chat = open();
    chat.says("¿cómo va mi pedido?", status);
    for (const text of ["¿aceptan cheques?", "¿cuál es su correo?", "¿tienen sucursales?"]) {
      expect(chat.says(text, status)).toMatchObject({ failed: true });
    }
    expect(chat.state().missedOrders).toBe(1);
  });

  test("one that should have been there becomes a ticket even when it is not known here", () => {
    const chat = open();
    expect(chat.says("my order P-777 still hasn't arrived", { ...status, language: "en" }).body).toMatch(
      /I opened case/,
    );
    expect(chat.state().tickets[0]?.order).toBe("P-777");
  });

  test("what is told about it afterwards belongs to it", () => {
    const chat = open();
    chat.says("it still hasn't arrived", { ...status, language: "en" });
    chat.says("it was supposed to be here an hour ago", { ...status, language: "en" });
    expect(chat.state().tickets).toMatchObject([{ category: "not_received" }]);
  });

  test("an order that is long due and has not come is a ticket", () => {
    const chat = open();
    expect(chat.says("mi pedido no ha llegado", { ...status, ...records(order("on_the_way", 4)) }).body).toMatch(
      /\(Pedido no recibido\)/,
    );
    expect(chat.state().tickets[0]).toMatchObject({ category: "not_received", order: "P-1042", urgency: "high" });
  });

  test("an order that is still in time is only told about", () => {
    const chat = open();
    expect(chat.says("mi pedido no ha llegado", { ...status, ...records(order("preparing", 0.5)) }).body).toMatch(
      /se está preparando/,
    );
    expect(chat.state().tickets).toEqual([]);
  });
});
