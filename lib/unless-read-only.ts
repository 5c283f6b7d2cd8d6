import { rootCause } from "@/lib/root-cause";

const readOnly = "25006";

/**
 * For a note taken while something is read: lost where the database can only be read, such as a standby, so that the
 * reading goes on. Any other error is thrown on.
 */
export function unlessReadOnly(error: unknown): void {
  const cause = rootCause(error);
  if (!(cause instanceof Error && "code" in cause && cause.code === readOnly)) throw error;
}
