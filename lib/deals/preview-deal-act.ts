import type { Database } from "@/db/client";
import { type CustomerDeal, listCustomerDeals } from "@/db/queries/customer-deals";
import {
  getDealAct,
  getSalesConversation,
  listConversationsOfDeal,
  listDeals,
} from "@/db/queries/deal-facts";
import { listNames } from "@/db/queries/names";
import { dryRun } from "@/lib/dry-run";
import { figureChanges, readKeyFigures } from "@/lib/figures/figure-changes";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import { dealLabel } from "@/lib/log/customer-context";
import { dealCalled } from "@/lib/log/deal-called";
import type { MemberContext } from "@/lib/member-context";
import { type Preview, previewOf } from "@/lib/preview";
import { RuleError } from "@/lib/rule-error";
import { numbering } from "@/lib/wording/numbering";
import type { DealRecord } from "./change-deal";
import { changeDeal, type DealAct, undoDealAct } from "./deal-acts";

function standing(
  { outcome, openedOn, closedOn, owner, ...deal }: CustomerDeal,
  formats: TeamFormats,
): string {
  const dates = closedOn
    ? `${outcome}, ${formats.date(openedOn)} to ${formats.date(closedOn)}`
    : `${outcome} since ${formats.date(openedOn)}`;
  return `${dealLabel({ ...deal, openedOn }, formats)}\n${dates}, ${owner}`;
}

function changedDeals(before: readonly CustomerDeal[], after: readonly CustomerDeal[], formats: TeamFormats) {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const numbered = numbering();
  return ids.flatMap((id) => {
    const [was, is] = [before, after].map((deals) => deals.find((deal) => deal.id === id));
    const row = { before: was ? standing(was, formats) : "", after: is ? standing(is, formats) : "" };
    if (row.before === row.after) return [];
    return [{ what: numbered(was ? dealCalled(was, formats) : "A deal more"), ...row }];
  });
}

async function concerned(db: Database, asked: DealAct): Promise<{ dealId: number; people: number[] }> {
  if (asked.act === "move") {
    const talk = await getSalesConversation(db, asked.conversationId);
    if (!talk) throw new RuleError("This is no sales conversation any more: it is on no deal.");
    return { dealId: talk.dealId, people: [talk.heldById] };
  }
  const talks = asked.act === "split" ? await listConversationsOfDeal(db, asked.dealId) : [];
  const heldBy = talks.map(({ heldById }) => heldById);
  return { dealId: asked.dealId, people: asked.act === "reassign" ? [asked.memberId] : heldBy };
}

async function previewOn(
  db: Database,
  asked: { key: unknown; dealId: number; people: readonly number[] },
  { team, today }: MemberContext,
  act: (tx: Database) => Promise<unknown>,
): Promise<Preview> {
  const formats = teamFormats(team);
  const [deal] = await listDeals(db, [asked.dealId]);
  if (!deal) throw new RuleError("This deal is no longer there.");
  // Whoever holds one of the deals only after the act gains what another loses.
  const owners = await dryRun(db, async (tx) => {
    await act(tx);
    return (await listCustomerDeals(tx, deal.customerId, today)).map(({ ownerId }) => ownerId);
  });
  return dryRun(db, async (tx) => {
    const before = await listCustomerDeals(tx, deal.customerId, today);
    const ids = [...new Set([...before.map(({ ownerId }) => ownerId), ...owners, ...asked.people])];
    const names = await listNames(tx, "member", ids);
    const salespeople = ids.map((id) => ({ id, name: names.get(id) ?? "" }));
    const of = { today, currencyDigits: team.currencyDigits, salespeople };
    const figures = await readKeyFigures(tx, of);
    await act(tx);
    const rows = changedDeals(before, await listCustomerDeals(tx, deal.customerId, today), formats);
    return previewOf(asked.key, {
      sentences: rows.length > 0 ? [] : ["No deal stands otherwise today; its history changes."],
      rows,
      figures: figureChanges(figures, await readKeyFigures(tx, of), formats),
    });
  });
}

/** What an act on deals would change: the customer's deals and the figures. @throws RuleError as changeDeal. */
export async function previewDealAct(
  db: Database,
  asked: DealAct,
  present: MemberContext,
  now: Date,
): Promise<Preview> {
  const who = { actor: present.member, now, today: present.today };
  const about = { key: asked, ...(await concerned(db, asked)) };
  return previewOn(db, about, present, (tx) => changeDeal(tx, who, asked));
}

/** What undoing an act on deals would change. @throws RuleError as undoDealAct. */
export async function previewUndoDealAct(
  db: Database,
  actId: number,
  present: MemberContext,
  now: Date,
): Promise<Preview> {
  const entry = await getDealAct(db, actId);
  const [first] = (entry?.after as DealRecord | undefined)?.deals ?? [];
  if (!first) throw new RuleError("This act is no longer known.");
  const who = { actor: present.member, now, today: present.today };
  const about = { key: ["undo", actId], dealId: first.id, people: [] };
  return previewOn(db, about, present, (tx) => undoDealAct(tx, who, actId));
}
