import type { Database } from "@/db/client";
import { customers, members, stageSettings, stages, team } from "@/db/schema";
import type { NewConversation } from "@/lib/log/log-conversation";
import { parseMoment } from "@/lib/pipeline/moment";
import { nameKey } from "@/lib/pipeline/name-key";
import type { Outcome } from "@/lib/pipeline/outcome";
import type { Role } from "@/lib/pipeline/role";

/** The stages of domain.md's worked examples. */
const castStages = [
  ["Contact made", "open"],
  ["Demo given", "open"],
  ["Proposal sent", "open"],
  ["Won", "won"],
  ["Lost", "lost"],
  ["Cancelled", "lost"],
] as const satisfies readonly (readonly [string, Outcome])[];

type StageName = (typeof castStages)[number][0];

async function addMember(db: Database, name: string, role: Role) {
  const [row] = await db
    .insert(members)
    .values({ name, nameKey: nameKey(name), role })
    .returning({ id: members.id, role: members.role });
  if (!row) throw new Error("An insert returns its row.");
  return row;
}

/**
 * A team in Johannesburg for a test: Anna and Ben are members, Cara the admin, Vera only reads; the stages of
 * domain.md's examples.
 */
export async function castTeam(db: Database, timeZone = "Africa/Johannesburg") {
  await db.insert(team).values({
    name: "Highveld Tyres",
    currency: "ZAR",
    currencyDigits: 2,
    timeZone,
    locale: "en-ZA",
    firstDayOfWeek: 1,
  });
  const people = {
    cara: await addMember(db, "Cara", "admin"),
    anna: await addMember(db, "Anna", "member"),
    ben: await addMember(db, "Ben", "member"),
    vera: await addMember(db, "Vera", "viewer"),
  };
  const made = await db
    .insert(stages)
    .values(
      castStages.map(([name, outcome], index) => ({
        name,
        nameKey: nameKey(name),
        outcome,
        position: index + 1,
      })),
    )
    .returning();
  await db
    .insert(stageSettings)
    .values(made.map(({ id, position, outcome }) => ({ stageId: id, position, outcome })));
  const stageIds = Object.fromEntries(made.map(({ name, id }) => [name, id])) as Record<StageName, number>;
  return { ...people, stages: stageIds, timeZone };
}

/** A customer of that name. */
export async function addCustomer(db: Database, name: string): Promise<number> {
  const [row] = await db
    .insert(customers)
    .values({ name, nameKey: nameKey(name) })
    .returning({ id: customers.id });
  if (!row) throw new Error("An insert returns its row.");
  return row.id;
}

/** A conversation to log: who and when, the rest as given or empty. */
export function talk(
  about: Pick<NewConversation, "customerId" | "heldById"> & { on: string } & Partial<NewConversation>,
  timeZone = "Africa/Johannesburg",
): NewConversation {
  const { on, ...given } = about;
  const moment = parseMoment(on, timeZone);
  if (!moment) throw new Error(`${on} is no moment.`);
  return {
    occurredAt: moment.at,
    dateOnly: moment.dateOnly,
    channelId: null,
    topicId: null,
    contactId: null,
    note: "",
    durationMinutes: null,
    stageId: null,
    amount: null,
    followUpOn: null,
    completedAt: null,
    followsUpId: null,
    deal: "decide",
    deviceId: null,
    deviceRecordedAt: null,
    ...given,
  };
}
