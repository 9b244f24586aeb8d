/** The built-in entity types; a business file may define more. */
export const entityTypes = [
  "phone",
  "email",
  "url",
  "mention",
  "money",
  "datetime",
  "duration",
  "quantity",
  "number",
  "ordinal",
  "percentage",
  "temperature",
  "age",
  "order_id",
  "person",
  "location",
  "org",
  "product",
] as const;
export type EntityType = (typeof entityTypes)[number];

/**
 * The values by type. `datetime`: local time of the business as `YYYY-MM-DD`, `THH:MM`, `YYYY-MM-DDTHH:MM`, `start/end` (either may be
 * open), `YYYY-MM`, `YYYY`, `XXXX-WXX-n` (every such weekday, Monday = 1). `duration`: ISO 8601. `order_id`, `person`, `location`, `org`,
 * `url`, `mention`: text. `phone`: E.164. `email`: lower case. `product`: the catalog's id. A range of amounts is `"30-40"`.
 */
export type EntityValue = string | number | Amount;
export type Amount = {
  amount: number | string;
  /** ISO 4217, of `money`. */
  currency?: string;
  /** English singular (`kg`, `box`, `unit`, `person`, `year`, `C`), of `quantity`, `age` and `temperature`. */
  unit?: string;
};

/** A part of a text with a meaning. Offsets are UTF-16 units of the text as it came, `end` exclusive. */
export type Entity = {
  /** One of `entityTypes` or a type of the business file. */
  type: string;
  start: number;
  end: number;
  text: string;
  value: EntityValue;
  /** 0 to 1: how often such a find is right. */
  confidence: number;
  /** Who found it: `grammar`, `libphonenumber`, `catalog`, `pattern`, `cue`, `llm`. */
  source: string;
};
