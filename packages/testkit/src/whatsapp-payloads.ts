import { isBsuid } from "@parley/whatsapp/identity";

/** The account tests and the demo use when they name none: an invented phone-number id. */
export const demoAccount = "100000000000001";

export type Sender = {
  /** A phone (digits) or a BSUID. */
  from: string;
  account?: string;
  id: string;
  name?: string;
  /** Given beside a phone: both ids come, as they do since 2026. */
  bsuid?: string;
  /** The message this one answers. */
  context?: { from?: string; id: string };
  /** Unix ms; Meta rounds down to whole seconds. */
  atMs: number;
};

export type ReportedStatus = {
  id: string;
  status: "sent" | "delivered" | "read" | "played" | "failed";
  to: string;
  effect?: string;
  atMs: number;
  errors?: { code: number; title: string }[];
};

/** One POST body with one change for one account, as Meta sends it. */
export function webhookBody(account: string, value: object, field = "messages"): object {
  const metadata = { display_phone_number: "15550000001", phone_number_id: account };
  return {
    object: "whatsapp_business_account",
    entry: [
      {
        id: "200000000000001",
        changes: [{ field, value: { messaging_product: "whatsapp", metadata, ...value } }],
      },
    ],
  };
}

export function textReceived(sender: Sender, text: string): object {
  return messageReceived(sender, "text", { body: text });
}

/** Any kind of message: `body` goes under the key named by `kind`. */
export function messageReceived(sender: Sender, kind: string, body: object): object {
  const { from, bsuid, id, atMs, context, name = "Invented Customer", account = demoAccount } = sender;
  const userId = isBsuid(from) ? from : bsuid;
  const phone = isBsuid(from) ? undefined : from;
  return webhookBody(account, {
    contacts: [{ profile: { name }, wa_id: phone, user_id: userId }],
    messages: [{ from: phone, from_user_id: userId, id, timestamp: seconds(atMs), type: kind, context, [kind]: body }],
  });
}

/** Up to 1,000 statuses of one account in one POST. */
export function statusesReported(account: string, statuses: readonly ReportedStatus[]): object {
  return webhookBody(account, {
    statuses: statuses.map(({ id, status, to, effect, atMs, errors }) => ({
      id,
      status,
      timestamp: seconds(atMs),
      ...(isBsuid(to) ? { recipient_user_id: to } : { recipient_id: to }),
      biz_opaque_callback_data: effect,
      errors,
    })),
  });
}

function seconds(atMs: number): string {
  return String(Math.floor(atMs / 1000));
}
