import { CodedError, type ErrorCode, PermanentError } from "@parley/contract/errors";

/** Beside the failure codes of the contract: what only a client of HTTP can do wrong. */
export type HttpErrorCode =
  | ErrorCode
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "method-not-allowed"
  | "rate-limited"
  | "internal";

/** A failure with its answer: status, code and a sentence for the client. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly code: HttpErrorCode;
  readonly details: unknown;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    code: HttpErrorCode,
    message: string,
    options: ErrorOptions & { details?: unknown; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.details = options.details;
    this.headers = options.headers ?? {};
  }
}

export function badRequest(message: string, details?: unknown): HttpError {
  return new HttpError(400, "message.malformed", message, { details });
}

/** JSON that is not what the call takes. */
export function unprocessable(message: string, details?: unknown): HttpError {
  return new HttpError(422, "message.malformed", message, { details });
}

export function notFound(message: string): HttpError {
  return new HttpError(404, "not-found", message);
}

/** How any failure is answered. Only what the client did is explained; the rest is `internal` and belongs in the log. */
export function toHttpError(failure: unknown): HttpError {
  if (failure instanceof HttpError) return failure;
  if (failure instanceof PermanentError) {
    const status = failure.code === "message.too-large" ? 413 : 400;
    return new HttpError(status, failure.code, failure.message, { cause: failure });
  }
  if (failure instanceof CodedError) {
    const options = { cause: failure, headers: { "retry-after": "1" } };
    return new HttpError(503, failure.code, "the store does not answer, try again", options);
  }
  return new HttpError(500, "internal", "this is our fault and in the log", { cause: failure });
}

/** `{"error":{"code","message","details"?}}` */
export function errorBody({ code, message, details }: HttpError): string {
  return JSON.stringify({ error: { code, message, ...(details === undefined ? {} : { details }) } });
}
