import { WhatsAppTarget } from "@parley/whatsapp/target";
import { z } from "zod";

/** Delivery's own variables, beside those every service has. */
export const DeliveryConfig = z.object({
  ...WhatsAppTarget,
  /** Pictures and files that replies name by a path lie below its folder. */
  BUSINESS_FILE: z.string().min(1).default("deploy/demo/business.yaml"),
  /** Sends a second and number; Meta raises it to 1000. */
  WHATSAPP_RATE_PER_SECOND: z.coerce.number().positive().max(10_000).default(80),
  /** Meta allows one message in 6 s to one contact, 45 borrowed ahead. 0 leaves the limit to the other side (load tests). */
  WHATSAPP_PAIR_INTERVAL_MS: z.coerce.number().int().nonnegative().default(6_000),
  /** How long a status may take to settle a send whose outcome is unknown, before it is sent once more. */
  SETTLE_AFTER_MS: z.coerce.number().int().positive().default(8_000),
});
export type DeliveryConfig = z.infer<typeof DeliveryConfig>;
