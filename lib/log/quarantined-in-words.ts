import type { Database } from "@/db/client";
import { listDeals } from "@/db/queries/deal-facts";
import type { NamedKind } from "@/db/queries/names";
import type { QuarantinedRow } from "@/db/queries/quarantine";
import type { Team } from "@/db/queries/team";
import { teamFormats } from "@/lib/format/team-formats";
import { recordAt } from "@/lib/record-id";
import { anotherOne, type LogValues } from "./log-values";
import { chosenName, quarantinedSaid, quarantinedValues } from "./read-quarantined";
import { type SaidInWords, saidInWords } from "./said-in-words";

async function dealOf(db: Database, { deal, dealName }: LogValues): Promise<string | null> {
  if (deal === "named") return dealName;
  if (deal === anotherOne) return "A new deal";
  const known = await recordAt(deal, async (id) => (await listDeals(db, [id])).at(0));
  return known ? (known.name ?? "Deal without a name") : null;
}

/**
 * What the device of a removed member sent, in words, whether or not it could be logged so. Whom and what it
 * chose is called as it is called now, so an erased person is not named.
 */
export async function quarantinedInWords(
  db: Database,
  entry: QuarantinedRow,
  team: Team,
): Promise<SaidInWords> {
  const values = quarantinedValues(entry);
  const nameOf = async (kind: NamedKind, chosen: string) =>
    (await chosenName(db, kind, chosen))?.name ?? null;
  const { said } = quarantinedSaid(entry, values, team);
  const words = saidInWords(
    {
      ...said.moment,
      customer: (await nameOf("customer", values.customerId)) ?? values.customer,
      stage: await nameOf("stage", values.stage),
      note: said.note,
      heldBy: (await nameOf("member", values.heldBy)) ?? entry.member,
      how: (await nameOf("channel", values.channel)) ?? values.channelName,
      about: (await nameOf("topic", values.topic)) ?? values.topicName,
      withWhom: values.contactName,
      deal: await dealOf(db, values),
      dealId: null,
      dealOpenedOn: null,
      amount: said.amount,
      followUpOn: said.followUpOn,
      completedAt: null,
      durationMinutes: said.durationMinutes,
    },
    teamFormats(team),
    team.timeZone,
  );
  return { ...words, Amount: words.Amount || values.amount };
}
