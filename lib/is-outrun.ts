import { rootCause } from "@/lib/root-cause";

/** By the SQLSTATE: what must be unique is taken; in a transaction that sees one moment, a row was changed since. */
const reasons = { taken: "23505", changed: "40001" } as const;

/** Whether the database refused something because somebody else was quicker. */
export function isOutrun(error: unknown, reason: keyof typeof reasons): boolean {
  const cause = rootCause(error);
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === reasons[reason];
}
