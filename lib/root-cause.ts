/** What an error is really about: wrappings (which repeat the query and its values) taken off. */
export function rootCause(error: unknown): unknown {
  if (!(error instanceof Error) || error.cause === undefined || error.cause === null) return error;
  if (error.cause instanceof Error) return rootCause(error.cause);
  const { err } = error.cause as { err?: unknown };
  return err instanceof Error ? rootCause(err) : error;
}
