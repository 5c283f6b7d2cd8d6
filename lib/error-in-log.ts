import { rootCause } from "./root-cause";

/** What a log tells of an error; `stack` begins with what it is. */
type ErrorInLog = { type: string; message: string; code?: unknown; digest?: unknown; stack: string };

const placesOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];

/**
 * What a log tells of an error: what it is really about and where it came about. What a failed query was asked with,
 * or what Postgres says of the row in question, is what people typed and is never told.
 */
export function errorInLog(error: unknown): ErrorInLog {
  const cause = rootCause(error);
  if (!(cause instanceof Error)) return { type: typeof cause, message: String(cause), stack: String(cause) };
  const { name: type, message } = cause;
  const { code } = cause as { code?: unknown };
  const { digest } = error as { digest?: unknown };
  const stack = [`${type}: ${message}`, ...placesOf(error)].join("\n");
  return { type, message, ...(code ? { code } : {}), ...(digest ? { digest } : {}), stack };
}

/** Whether a visitor only went away before a request was sent whole, as by closing the page: no error of ours. */
function isVisitorGone(error: unknown): boolean {
  const cause = rootCause(error);
  if (!(cause instanceof Error) || cause.message !== "aborted") return false;
  return (
    (cause as { code?: unknown }).code === "ECONNRESET" && /\bnode:_http_server\b/.test(cause.stack ?? "")
  );
}

/**
 * From now on errors that are printed by others, as Next does with those that nothing caught, are told so too, and a
 * visitor who went away is not told.
 */
export function guardPrintedErrors(): void {
  const print = console.error.bind(console);
  const told = (part: unknown) => {
    if (!(part instanceof Error)) return part;
    const { stack, digest } = errorInLog(part);
    return digest ? `${stack}\n    digest: ${digest}` : stack;
  };
  console.error = (...parts: unknown[]) => {
    if (!parts.some(isVisitorGone)) print(...parts.map(told));
  };
}
