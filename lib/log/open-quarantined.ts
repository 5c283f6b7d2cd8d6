import type { Database } from "@/db/client";
import type { QuarantinedRow } from "@/db/queries/quarantine";
import { listStages } from "@/db/queries/stages";
import type { MemberContext } from "@/lib/member-context";
import { recordId } from "@/lib/record-id";
import { including } from "./choices-to-correct";
import { type LogChoices, readLogChoices } from "./log-choices";
import type { LogValues } from "./log-values";
import { readContextOf } from "./read-form";
import { chosenName, quarantinedSaid, quarantinedValues } from "./read-quarantined";
import { survivingChoices } from "./surviving-choices";

/** What the entry's form offers; what it chose and one can choose no more is among it under its name. */
async function choicesOf(db: Database, { stage, channel, topic, heldBy }: LogValues): Promise<LogChoices> {
  const { stages, channels, topics } = await readLogChoices(db);
  const stageChosen = (await listStages(db)).find(({ id }) => id === recordId(stage));
  return {
    stages: including(stages, stageChosen ? { ...stageChosen, guide: "" } : null),
    channels: including(channels, await chosenName(db, "channel", channel)),
    topics: including(topics, await chosenName(db, "topic", topic)),
    holders: including([], await chosenName(db, "member", heldBy)),
  };
}

/**
 * The form of an entry in the quarantine, as an admin looks it over: all that it chose is called by name, also what
 * was archived since; what was merged is the one it was merged into.
 */
export async function openQuarantined(
  db: Database,
  entry: QuarantinedRow,
  present: Pick<MemberContext, "team" | "today">,
) {
  const values = await survivingChoices(db, quarantinedValues(entry));
  const { said } = quarantinedSaid(entry, values, present.team);
  const customerId = recordId(values.customerId);
  const context =
    customerId === undefined ? undefined : await readContextOf(db, { values, said }, { customerId }, present);
  return { values, choices: await choicesOf(db, values), context: context ?? null };
}
