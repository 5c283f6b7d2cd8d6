import { isDeepStrictEqual } from "node:util";
import type { Database } from "@/db/client";
import {
  type DealFacts,
  getDealAct,
  getSalesConversation,
  listConversationsOfDeal,
  listDealFacts,
  listMemberships,
} from "@/db/queries/deal-facts";
import { getLastSave } from "@/db/queries/last-change";
import { mayHold } from "@/db/queries/members";
import { deals } from "@/db/schema";
import { cleanName } from "@/lib/pipeline/clean-name";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";
import { changeDeals, type DealChanger, type DealRecord } from "./change-deal";
import { undoing } from "./deal-act-words";

/** What one may do to deals; each says so by its `act`. */
export type DealAct =
  | { act: "rename"; dealId: number; name: string }
  | { act: "reassign"; dealId: number; memberId: number; fromOn: LocalDate }
  | { act: "split"; dealId: number; conversationIds: readonly number[]; name: string }
  | { act: "join"; dealId: number; intoId: number }
  | { act: "move"; conversationId: number; to: number | "new" };

function checkedDealName(name: string): string | null {
  const cleaned = cleanName(name);
  if (cleaned === "") return null;
  if (cleaned.length > longest.name)
    throw new RuleError(`A deal's name has at most ${longest.name} characters.`);
  return cleaned;
}

async function makeDeal(tx: Database, customerId: number, like: DealFacts | undefined): Promise<DealFacts> {
  const [row] = await tx.insert(deals).values({ customerId }).returning({ id: deals.id });
  if (!row) throw new Error("An insert returns its row.");
  return { id: row.id, name: null, owners: like?.owners ?? [] };
}

const one = (facts: readonly DealFacts[], id: number): DealFacts => {
  const found = facts.find((deal) => deal.id === id);
  if (!found) throw new Error(`The deal ${id} is not among those that are changed.`);
  return found;
};

/** What refuses an act on a conversation that left its deal meanwhile: by whom. */
async function goneFromDeal(tx: Database, conversationId: number, { actor }: DealChanger) {
  const who = whoHas(await getLastSave(tx, conversationId), actor);
  return new RuleError(`${who} changed this deal meanwhile. Look at it as it is now.`);
}

function rename(db: Database, who: DealChanger, { dealId, name }: DealAct & { act: "rename" }) {
  return changeDeals(db, who, { act: "rename deal", dealIds: [dealId] }, async (_, facts) => {
    const deal = one(facts, dealId);
    const checked = checkedDealName(name);
    if (checked === deal.name) throw new RuleError("This is how the deal is called already.");
    return { facts: [{ ...deal, name: checked }], memberships: [] };
  });
}

function reassign(db: Database, who: DealChanger, asked: DealAct & { act: "reassign" }) {
  const { dealId, memberId, fromOn } = asked;
  return changeDeals(db, who, { act: "reassign deal", dealIds: [dealId] }, async (tx, facts) => {
    if (fromOn > who.today) throw new RuleError("This day is still to come. Choose today or an earlier day.");
    if (!(await mayHold(tx, memberId)))
      throw new RuleError("Whoever you chose is not on the team. Choose somebody else.");
    const deal = one(facts, dealId);
    const assigned = { assignedById: who.actor.id, assignedAt: who.now.toISOString() };
    const owners = [
      ...deal.owners.filter((owner) => owner.fromOn !== fromOn),
      { fromOn, memberId, ...assigned },
    ];
    return { facts: [{ ...deal, owners }], memberships: [] };
  });
}

// The new deal was the same member's from each date on: its reassignments are those of the deal it comes from.
function split(db: Database, who: DealChanger, asked: DealAct & { act: "split" }) {
  const { dealId, conversationIds, name } = asked;
  return changeDeals(db, who, { act: "split deal", dealIds: [dealId] }, async (tx, facts, customerId) => {
    const deal = one(facts, dealId);
    const live = (await listConversationsOfDeal(tx, dealId)).filter((talk) => talk.deletedAt === null);
    const gone = conversationIds.find((id) => live.every((talk) => talk.id !== id));
    if (gone !== undefined) throw await goneFromDeal(tx, gone, who);
    const chosen = live.filter(({ id }) => conversationIds.includes(id));
    if (chosen.length === 0) throw new RuleError("Choose the conversations of the new deal.");
    if (chosen.length === live.length)
      throw new RuleError("Leave at least one conversation on this deal, or rename it instead.");
    const made = { ...(await makeDeal(tx, customerId, deal)), name: checkedDealName(name) };
    const memberships = chosen.map(({ id }) => ({ id, dealId: made.id }));
    return { facts: [deal, made], memberships, made: made.id };
  });
}

// Deleted ones too, so that taking a deletion back finds the deal. A nameless deal takes over the other's name.
function join(db: Database, who: DealChanger, { dealId, intoId }: DealAct & { act: "join" }) {
  if (dealId === intoId) throw new RuleError("This is one and the same deal. Choose another one.");
  return changeDeals(db, who, { act: "join deals", dealIds: [dealId, intoId] }, async (tx, facts) => {
    const [from, into] = [one(facts, dealId), one(facts, intoId)];
    const moving = await listConversationsOfDeal(tx, dealId);
    if (moving.length === 0) throw new RuleError("There is no conversation on this deal any more.");
    return {
      facts: [from, { ...into, name: into.name ?? from.name }],
      memberships: moving.map(({ id }) => ({ id, dealId: intoId })),
    };
  });
}

async function move(db: Database, who: DealChanger, asked: DealAct & { act: "move" }) {
  const { conversationId, to } = asked;
  const seen = await getSalesConversation(db, conversationId);
  if (!seen) throw new RuleError("This is no sales conversation any more: it is on no deal.");
  if (seen.dealId === to) throw new RuleError("It is on this deal already. Choose another one.");
  const dealIds = to === "new" ? [seen.dealId] : [seen.dealId, to];
  return changeDeals(db, who, { act: "move conversation", dealIds }, async (tx, facts, customerId) => {
    const current = await getSalesConversation(tx, conversationId);
    if (current?.dealId !== seen.dealId) throw await goneFromDeal(tx, conversationId, who);
    const made = to === "new" ? await makeDeal(tx, customerId, undefined) : undefined;
    const memberships = [{ id: conversationId, dealId: made?.id ?? (to as number) }];
    return { facts: made ? [...facts, made] : facts, memberships, made: made?.id };
  });
}

/**
 * Renames a deal, reassigns it from a local date on, splits chosen conversations off as a new deal, joins it
 * into another of its customer, or moves one conversation. Every act can be undone from the deal's history.
 *
 * @returns the customer, and the id of the deal that was made.
 * @throws RuleError the actor is no admin and does not own the deals concerned; what the act cannot do.
 */
export async function changeDeal(db: Database, who: DealChanger, asked: DealAct) {
  if (asked.act === "rename") return rename(db, who, asked);
  if (asked.act === "reassign") return reassign(db, who, asked);
  if (asked.act === "split") return split(db, who, asked);
  return asked.act === "join" ? join(db, who, asked) : move(db, who, asked);
}

/**
 * Takes an act on deals back: names, owners and memberships are what they were before it.
 *
 * @throws RuleError something it did was changed since; as changeDeal.
 */
export async function undoDealAct(db: Database, who: DealChanger, actId: number) {
  const entry = await getDealAct(db, actId);
  if (!entry) throw new RuleError("This act is no longer known.");
  const [before, after] = [entry.before as DealRecord, entry.after as DealRecord];
  const ids = after.deals.map(({ id }) => id);
  const isUndo = entry.act === undoing;
  const what = isUndo ? { redone: after.undone, undone: after.redone } : { undone: entry.act };
  const act = { act: undoing, dealIds: ids, ...what } as const;
  return changeDeals(db, who, act, async (tx) => {
    const moved = after.conversations.map(({ id }) => id);
    const isAsLeft =
      isDeepStrictEqual(await listDealFacts(tx, ids), after.deals) &&
      isDeepStrictEqual(await listMemberships(tx, moved), after.conversations);
    if (!isAsLeft) throw new RuleError("This was changed again since. Undo the later change first.");
    // What the act made is a deal still, if somebody logged on it since; else it goes (change-deal.ts).
    const made = after.deals.filter(({ id }) => !before.deals.some((deal) => deal.id === id));
    return { facts: [...before.deals, ...made], memberships: before.conversations };
  });
}
