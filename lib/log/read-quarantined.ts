import type { Database } from "@/db/client";
import { listNames, type NamedKind } from "@/db/queries/names";
import type { QuarantinedRow } from "@/db/queries/quarantine";
import type { Team } from "@/db/queries/team";
import { localDateOf } from "@/lib/pipeline/local-date";
import { recordId } from "@/lib/record-id";
import { logSchema } from "./log-schema";
import { emptyLogValues, type LogValues } from "./log-values";
import { readSaid } from "./read-said";

/** The form that a removed member's device had filled in, as it was kept. */
export function quarantinedValues({ entry }: Pick<QuarantinedRow, "entry">): LogValues {
  const read = logSchema.safeParse(entry);
  return read.success ? read.data : emptyLogValues;
}

/** What a field of that form chose, as it is called now; null: nothing, or it is gone. */
export async function chosenName(
  db: Database,
  kind: NamedKind,
  chosen: string,
): Promise<{ id: number; name: string } | null> {
  const id = recordId(chosen);
  if (id === undefined) return null;
  const name = (await listNames(db, kind, [id])).get(id);
  return name === undefined ? null : { id, name };
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
