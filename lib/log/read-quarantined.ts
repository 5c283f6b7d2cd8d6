import type { QuarantinedRow } from "@/db/queries/quarantine";
import type { Team } from "@/db/queries/team";
import { localDateOf } from "@/lib/pipeline/local-date";
import { logSchema } from "./log-schema";
import { emptyLogValues, type LogValues } from "./log-values";
import { readSaid } from "./read-said";

/** The form that a removed member's device had filled in, as it was kept. */
export function quarantinedValues({ entry }: Pick<QuarantinedRow, "entry">): LogValues {
  const read = logSchema.safeParse(entry);
  return read.success ? read.data : emptyLogValues;
}

/** What that form says, read as of the moment the device had recorded it. */
export function quarantinedSaid(
  { deviceRecordedAt, receivedAt }: Pick<QuarantinedRow, "deviceRecordedAt" | "receivedAt">,
  values: LogValues,
  team: Team,
) {
  const at = deviceRecordedAt ?? receivedAt;
  return readSaid(values, {
    team,
    today: localDateOf(at, team.timeZone),
    now: receivedAt,
    untouched: { at, dateOnly: false },
  });
}
