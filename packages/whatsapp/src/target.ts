import { z } from "zod";

/** Where the Graph API is: for every service that calls it. */
export const WhatsAppTarget = {
  WHATSAPP_API_URL: z.url({ protocol: /^https?$/ }).default("https://graph.facebook.com"),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, "want v<major>.<minor>, such as v25.0")
    .default("v25.0"),
  /** Absent: the simulated WhatsApp is called instead. */
  WHATSAPP_TOKEN: z.string().min(1).optional(),
  SIMULATOR_URL: z.url({ protocol: /^https?$/ }).optional(),
};

export type Target = { baseUrl: string; version: string; token: string; simulated: boolean };

/** Where `npm start` puts the simulated WhatsApp when nothing else is said, and the token it takes. */
export const defaultSimulator = { port: 8090, url: "http://127.0.0.1:8090", token: "simulated-token" } as const;

/** The real Graph API with a token, the simulated one without. */
export function whatsAppTarget(config: z.infer<z.ZodObject<typeof WhatsAppTarget>>): Target {
  const version = config.WHATSAPP_API_VERSION;
  if (config.WHATSAPP_TOKEN !== undefined) {
    return { baseUrl: config.WHATSAPP_API_URL, version, token: config.WHATSAPP_TOKEN, simulated: false };
  }
  const baseUrl = config.SIMULATOR_URL ?? defaultSimulator.url;
  return { baseUrl, version, token: defaultSimulator.token, simulated: true };
}
