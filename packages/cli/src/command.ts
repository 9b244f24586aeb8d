/** Where a command writes and what it is given beside its arguments. */
export type Terminal = {
  print: (line: string) => void;
  /** To the standard error. */
  complain: (line: string) => void;
  /** The business file when none is named. */
  businessFile: string;
  /** The gateway when none is named. */
  gatewayUrl: string;
  apiToken: string | undefined;
};

/** What `parley <name> <args>` does; the result is the exit code. */
export type Command = {
  /** One word or two: `business check`. */
  name: string;
  /** Its arguments, as `help` shows them. */
  usage: string;
  summary: string;
  run: (args: readonly string[], terminal: Terminal) => number | Promise<number>;
};
