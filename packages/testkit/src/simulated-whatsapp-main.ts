import { z } from "zod";
import { startSimulatedWhatsApp } from "./simulated-whatsapp.ts";
import { demoAccount } from "./whatsapp-payloads.ts";

const { PORT, WEBHOOK_URL, APP_SECRET, TOKEN, PHONE_NUMBER_ID } = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    WEBHOOK_URL: z.url().optional(),
    APP_SECRET: z.string().min(1),
    TOKEN: z.string().min(1).default("simulated-token"),
    PHONE_NUMBER_ID: z.string().min(1).default(demoAccount),
  })
  .parse(process.env);

const whatsapp = await startSimulatedWhatsApp({
  port: PORT,
  ...(WEBHOOK_URL === undefined ? {} : { webhookUrl: WEBHOOK_URL }),
  appSecret: APP_SECRET,
  token: TOKEN,
  phoneNumberId: PHONE_NUMBER_ID,
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void whatsapp.stop());
process.stdout.write(`${JSON.stringify({ ready: true, url: whatsapp.url, account: whatsapp.account })}\n`);
