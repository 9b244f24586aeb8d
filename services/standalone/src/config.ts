import { DeliveryConfig } from "@parley/delivery-service/config";
import { GatewayConfig } from "@parley/gateway-service/config";
import { IntelConfig } from "@parley/intel-service/config";
import { MediaConfig } from "@parley/media-service/config";
import { defaultSimulator } from "@parley/whatsapp/target";
import { z } from "zod";

/** The variables of all services in one process. */
export const StandaloneConfig = GatewayConfig.safeExtend({
  ...DeliveryConfig.shape,
  ...IntelConfig.shape,
  ...MediaConfig.shape,
  /** Of the simulated WhatsApp; another free one is taken when it is in use. */
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(defaultSimulator.port),
});
export type StandaloneConfig = z.infer<typeof StandaloneConfig>;
