import { z } from "zod";

const loopbackHosts = ["127.0.0.1", "::1", "localhost"];
const count = (standard: number) => z.coerce.number().int().positive().default(standard);

/** The gateway's own variables; NATS, prefix, partitions and log level belong to every service. */
export const GatewayConfig = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    HOST: z.string().default("127.0.0.1"),
    /** Bearer token of `/api`. 16 characters at least: it is the only lock on customers' texts. */
    PARLEY_API_TOKEN: z.string().min(16, "at least 16 characters").optional(),
    /** Absent: the simulated WhatsApp is used. */
    WHATSAPP_TOKEN: z.string().optional(),
    WHATSAPP_APP_SECRET: z.string().optional(),
    WHATSAPP_VERIFY_TOKEN: z.string().optional(),
    /** Comma-separated; elements of other numbers are kept, not handled. Absent: every number is served. */
    WHATSAPP_PHONE_NUMBER_ID: z.string().optional(),
    /** Where the simulated WhatsApp takes what a customer writes. Ignored with a WHATSAPP_TOKEN. */
    SIMULATOR_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Requests per second and client address to `/api` and `/demo`; twice as many at once. Webhooks are not limited. */
    API_RATE_PER_SECOND: count(500),
    MAX_CONNECTIONS: count(5_000),
    MAX_EVENT_CLIENTS: count(200),
  })
  .superRefine((config, context) => {
    const report = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    if (config.PARLEY_API_TOKEN === undefined && !isLoopback(config.HOST)) {
      report("PARLEY_API_TOKEN", `needed to listen on ${config.HOST}; without it only HOST=127.0.0.1 is allowed`);
    }
    if (config.WHATSAPP_TOKEN === undefined) return;
    const why = "needed with WHATSAPP_TOKEN: Meta's webhooks cannot be checked without it";
    if (config.WHATSAPP_APP_SECRET === undefined) report("WHATSAPP_APP_SECRET", why);
    if (config.WHATSAPP_VERIFY_TOKEN === undefined) report("WHATSAPP_VERIFY_TOKEN", why);
  });
export type GatewayConfig = z.infer<typeof GatewayConfig>;

/** What the simulated WhatsApp signs and verifies with when nothing else is configured. No secret: it guards nothing real. */
export const simulatorSecrets = { appSecret: "simulated-app-secret", verifyToken: "simulated-verify-token" } as const;

export function webhookSecrets(config: GatewayConfig): { appSecret: string; verifyToken: string } {
  return {
    appSecret: config.WHATSAPP_APP_SECRET ?? simulatorSecrets.appSecret,
    verifyToken: config.WHATSAPP_VERIFY_TOKEN ?? simulatorSecrets.verifyToken,
  };
}

/** The numbers this installation serves; undefined means all. */
export function servedNumbers(config: GatewayConfig): ReadonlySet<string> | undefined {
  const listed = (config.WHATSAPP_PHONE_NUMBER_ID ?? "").split(",").map((number) => number.trim());
  const numbers = listed.filter((number) => number !== "");
  return numbers.length === 0 ? undefined : new Set(numbers);
}

export function simulatorUrl(config: GatewayConfig): string | undefined {
  return config.WHATSAPP_TOKEN === undefined ? config.SIMULATOR_URL : undefined;
}

export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host.replace(/^\[|\]$/g, ""));
}
