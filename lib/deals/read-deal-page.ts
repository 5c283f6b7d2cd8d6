import type { Database } from "@/db/client";
import { listCustomerSpans, listNamedDeals } from "@/db/queries/customer-deals";
import { listConversationsOfDeal, listDealActs, listDeals, listOwnersAsOf } from "@/db/queries/deal-facts";
import { listDealNames } from "@/db/queries/deal-names";
import { listHolders } from "@/db/queries/log-choices";
import { listNames } from "@/db/queries/names";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { dealPaths } from "@/lib/customers/deal-paths";
import { cutText } from "@/lib/format/cut-text";
import { dayAndTime, momentInWords } from "@/lib/format/moment-in-words";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import { dealLabel } from "@/lib/log/customer-context";
import { dealCalled } from "@/lib/log/deal-called";
import type { MemberContext } from "@/lib/member-context";
import { mayChangeDeal } from "@/lib/pipeline/permissions";
import type { DealRecord } from "./change-deal";
import {
  type Acted,
  dealActChanges,
  dealActVerb,
  dealCalledThen,
  lastLeaving,
  otherDeals,
} from "./deal-act-words";

const noteShown = 80;

/** The deal's conversations that are not deleted, to choose from. */
function conversationChoices(
  talks: Awaited<ReturnType<typeof listConversationsOfDeal>>,
  formats: TeamFormats,
  timeZone: string,
) {
  return talks
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, stage, amount, note, isCorrected, ...moment }) => ({
      id,
      when: momentInWords(moment, formats, timeZone),
      what: [stage, amount === null ? "" : formats.money(amount)].filter(Boolean).join(", "),
      isCorrected,
      note: note.length > noteShown ? `${cutText(note, noteShown)}…` : note,
    }));
}

/** The names of the other deals and of the owners that records of a deal's acts speak of, by their ids. */
async function readNamesIn(db: Database, id: number, records: readonly Acted[]) {
  const kept = records.flatMap(({ before, after }) => [before, after]);
  const ownerIds = kept
    .flatMap((record) => [...record.deals.flatMap((each) => each.owners), ...(record.ownedBy ?? [])])
    .map(({ memberId }) => memberId);
  const others = await listDealNames(
    db,
    records.flatMap((record) => otherDeals(id, record)),
  );
  return {
    deals: new Map(others.map((other) => [other.id, other])),
    members: await listNames(db, "member", ownerIds),
  };
}

/** A deal among its customer's others, and whether the member may change it; undefined when there is no such deal. */
export async function readDealAmongOthers(db: Database, id: number, { member, team, today }: MemberContext) {
  const [deal] = await listDeals(db, [id]);
  const customer = deal && (await getSurvivingCustomer(db, deal.customerId));
  if (!deal || !customer) return undefined;
  const formats = teamFormats(team);
  const [all, owners] = await Promise.all([
    listNamedDeals(db, customer.id, today),
    listOwnersAsOf(db, [id], today),
  ]);
  const own = all.find((each) => each.id === id);
  return {
    id,
    name: deal.name,
    called: dealCalled({ name: deal.name, openedOn: own?.openedOn ?? null }, formats),
    customer,
    own,
    owner: owners.get(id),
    mayChange: mayChangeDeal(member, [...owners.values()]),
    others: all
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, label: dealLabel(other, formats) })),
  };
}

/** Everything on a deal's page, as finished strings; undefined when there is no such deal. */
export async function readDealPage(db: Database, id: number, present: MemberContext) {
  const found = await readDealAmongOthers(db, id, present);
  if (!found) return undefined;
  const { own, ...deal } = found;
  const { team, today } = present;
  const formats = teamFormats(team);
  const [spans, talks, acts, holders] = await Promise.all([
    listCustomerSpans(db, deal.customer.id),
    listConversationsOfDeal(db, id),
    listDealActs(db, id),
    listHolders(db),
  ]);
  const records = acts.map((act) => ({
    ...act,
    before: act.before as DealRecord,
    after: act.after as DealRecord,
  }));
  const names = await readNamesIn(db, id, records);
  const named = { dealId: id, memberName: (who: number) => names.members.get(who) ?? "", date: formats.date };
  const linked = (others: readonly number[], act: Acted) =>
    others.map((other) => ({
      id: other,
      called:
        dealCalledThen(other, act, { known: names.deals.get(other), date: formats.date }) ?? "without a name",
    }));
  const leaving = lastLeaving(id, records);
  const [path] = dealPaths(own ? [own] : [], spans, today);
  return {
    ...deal,
    path,
    holders,
    conversations: conversationChoices(talks, formats, team.timeZone),
    wentTo: path || !leaving ? [] : linked(otherDeals(id, leaving), leaving),
    acts: records.map(({ id: actId, act, by, at, before, after }) => ({
      id: actId,
      verb: dealActVerb(act, after),
      others: linked(otherDeals(id, { before, after }), { before, after }),
      by: by ?? "",
      at: dayAndTime(at, team.timeZone, formats),
      changes: dealActChanges(before, after, named),
    })),
  };
}

export type DealPage = NonNullable<Awaited<ReturnType<typeof readDealPage>>>;
