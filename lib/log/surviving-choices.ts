import type { Database } from "@/db/client";
import { getSurvivorId } from "@/db/queries/survivors";
import { recordId } from "@/lib/record-id";
import type { LogValues } from "./log-values";

/** What the form chose, with what was merged meanwhile replaced by what it was merged into. */
export async function survivingChoices(db: Database, values: LogValues): Promise<LogValues> {
  const surviving = { ...values };
  for (const field of ["stage", "channel", "topic"] as const) {
    const id = recordId(values[field]);
    const survivorId = id === undefined ? undefined : await getSurvivorId(db, field, id);
    if (survivorId !== undefined) surviving[field] = String(survivorId);
  }
  return surviving;
}
