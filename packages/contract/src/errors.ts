/** Every failure code of Parley. Dead letters, metrics and HTTP errors use these and no others. */
export const errorCodes = [
  "message.malformed",
  "message.too-large",
  "message.poison",
  "message.unknown-type",
  "state.malformed",
  "handler.failed",
  "dependency.unavailable",
  "dependency.timeout",
  "dependency.rate-limited",
  "media.gone",
  "media.corrupt",
  "media.too-large",
  "media.unsupported",
  "media.forbidden-host",
  "whatsapp.rejected",
  "whatsapp.unauthorized",
  "whatsapp.window-closed",
  "whatsapp.recipient",
  "nats.unavailable",
  "nats.outcome-unknown",
  "nats.fenced",
  "config.invalid",
  "mailbox.full",
  "turn.gap",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A failure with a code from the one list; `cause` is kept. */
export class CodedError extends Error {
  override readonly name: string = "CodedError";
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Worth another try: the runtime retries with back-off, then parks the chat. */
export class TransientError extends CodedError {
  override readonly name = "TransientError";
  /** Wait at least this long before the next attempt, as the dependency asked for. */
  readonly retryAfterMs: number | undefined;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions & { retryAfterMs?: number }) {
    super(code, message, options);
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** Will fail every time: dead-lettered with `code` after the first attempt. */
export class PermanentError extends CodedError {
  override readonly name = "PermanentError";
}
