import type { QuarantinedRow } from "@/db/queries/quarantine";
import { logSchema } from "./log-schema";
import { emptyLogValues, type LogValues } from "./log-values";

/** The form that a removed member's device had filled in, as it was kept. */
export function quarantinedValues({ entry }: Pick<QuarantinedRow, "entry">): LogValues {
  const read = logSchema.safeParse(entry);
  return read.success ? read.data : emptyLogValues;
}
