import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type AuditAct, insertAuditEntry } from "@/db/queries/audit-log";
import { getTeam } from "@/db/queries/team";
import { customers } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { changedFields } from "@/lib/changed-fields";
import { checkedName } from "@/lib/checked-name";
import { checkedTransaction } from "@/lib/checked-transaction";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { nameKey } from "@/lib/pipeline/name-key";
import { openedOnProblem } from "@/lib/pipeline/opened-on";
import { type Actor, mayLog } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { customerAddress } from "./customer-address";
import { refuseMerged } from "./refuse-merged";

type CustomerFacts = { name: string; openedOn: LocalDate | null };

/** Which customer, in the version that was seen. */
type SeenCustomer = { customerId: number; version: number };

/** @throws RuleError the actor only reads. */
export function checkMayWrite(actor: Actor): void {
  if (!mayLog(actor))
    throw new RuleError("Viewers read; ask an admin for the role of a member to change this.");
}

async function checkOpenedOn(db: Database, openedOn: LocalDate | null, now: Date): Promise<void> {
  const team = await getTeam(db);
  const problem = team && openedOnProblem(openedOn, localDateOf(now, team.timeZone));
  if (problem) throw new RuleError(problem);
}

async function refuseTakenName(db: Database, name: string, ownId: number | null): Promise<void> {
  const [found] = await db
    .select({
      id: customers.id,
      name: customers.name,
      archivedAt: customers.archivedAt,
      mergedIntoId: customers.mergedIntoId,
    })
    .from(customers)
    .where(eq(customers.nameKey, nameKey(name)));
  if (!found || found.id === ownId) return;
  const onward = { label: "Show it", href: customerAddress(found.mergedIntoId ?? found.id) };
  if (found.mergedIntoId !== null)
    throw new RuleError(`“${found.name}” is the former name of a customer that was merged into another.`, {
      onward,
    });
  const where = found.archivedAt ? " among the archived ones" : "";
  throw new RuleError(`There is a customer “${found.name}”${where} already.`, { onward });
}

/**
 * Adds a customer.
 *
 * @returns its id.
 * @throws RuleError the name is taken, empty or too long; the day is still to come; the actor only reads.
 */
export async function addCustomer(
  db: Database,
  { actor, now, ...facts }: Acting & CustomerFacts,
): Promise<number> {
  checkMayWrite(actor);
  const name = checkedName(facts.name, "customer");
  await checkOpenedOn(db, facts.openedOn, now);
  return db.transaction(async (tx) => {
    const [added] = await tx
      .insert(customers)
      .values({
        name,
        nameKey: nameKey(name),
        openedOn: facts.openedOn,
        createdAt: now,
        createdById: actor.id,
      })
      .onConflictDoNothing({ target: customers.nameKey })
      .returning({ id: customers.id });
    if (!added) {
      await refuseTakenName(tx, name, null);
      throw new RuleError("Somebody is adding this customer right now. Try again.");
    }
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "add customer",
      subject: "customer",
      subjectId: String(added.id),
      after: { name, openedOn: facts.openedOn },
    });
    return added.id;
  });
}

type StoredCustomer = typeof customers.$inferSelect;

/** Saves what changes of a customer whose row is locked, in a new version that the audit log tells. */
export async function saveCustomer(
  tx: Database,
  before: StoredCustomer,
  changed: Partial<StoredCustomer>,
  { actor, act }: { actor: Actor; act: AuditAct },
): Promise<void> {
  const [after] = await tx
    .update(customers)
    .set({ ...changed, version: before.version + 1 })
    .where(eq(customers.id, before.id))
    .returning();
  const subjectId = String(before.id);
  await insertAuditEntry(tx, { memberId: actor.id, act, subject: "customer", subjectId, before, after });
}

async function change(
  db: Database,
  { actor, customerId, version }: Acting & SeenCustomer,
  act: AuditAct,
  changed: Partial<StoredCustomer>,
): Promise<void> {
  checkMayWrite(actor);
  await checkedTransaction(db, async (tx) => {
    const [before] = await tx.select().from(customers).where(eq(customers.id, customerId)).for("update");
    await refuseMerged(tx, customerId);
    // Also when it is sent again, because only the answer was lost.
    if (before && changedFields(before, changed).length === 0) return;
    if (!before || before.version !== version)
      throw new RuleError("Somebody has changed this customer meanwhile. Look at it as it is now.");
    if (changed.name !== undefined) await refuseTakenName(tx, changed.name, customerId);
    await saveCustomer(tx, before, changed, { actor, act });
  });
}

/** Changes a customer's name and the day its account was opened. @throws RuleError as adding; changed since. */
export async function editCustomer(
  db: Database,
  { name, openedOn, ...who }: Acting & SeenCustomer & CustomerFacts,
) {
  const checked = checkedName(name, "customer");
  await checkOpenedOn(db, openedOn, who.now);
  await change(db, who, "edit customer", { name: checked, nameKey: nameKey(checked), openedOn });
}

/** Takes a customer out of the lists one chooses from; its history and its figures stay. @throws RuleError changed since. */
export async function archiveCustomer(db: Database, who: Acting & SeenCustomer): Promise<void> {
  await change(db, who, "archive customer", { archivedAt: who.now });
}

/** Takes an archived customer back. @throws RuleError changed since. */
export async function restoreCustomer(db: Database, who: Acting & SeenCustomer): Promise<void> {
  await change(db, who, "restore customer", { archivedAt: null });
}
