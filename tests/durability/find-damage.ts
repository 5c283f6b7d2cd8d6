import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { deviceIdOf, madeEntry, type Scene } from "./made-entries";
import { nameOfFile, rowsOfFile } from "./made-files";

/** What was promised to those who logged and imported. */
type Promised = {
  scene: Scene;
  entries: { sent: ReadonlySet<number>; confirmed: ReadonlySet<number> };
  files: { begun: number; confirmed: ReadonlySet<number> };
};

const content = [
  "customer_id",
  "occurred_at",
  "date_only",
  "local_date",
  "held_by_id",
  "note",
  "stage_id",
  "deal_id",
  "amount",
  "deleted_at",
];
const contentOf = (table: string) => sql.raw(content.map((field) => `${table}.${field}`).join(", "));

/** Entries that were confirmed and are not there, are there twice, or are there with other content. */
async function damagedEntries(db: Database, { scene, entries }: Promised): Promise<string[]> {
  const logged = await db.execute<{ id: string; text: string }>(sql`
    select device_id as id, concat_ws('|', customer_id, note, stage_id, amount::double precision) as text
    from conversations where device_id is not null`);
  const byDevice = new Map(logged.map(({ id, text }) => [id, text]));
  const damage = logged.length === byDevice.size ? [] : ["an entry is there more than once"];
  for (const number of entries.sent) {
    const text = byDevice.get(deviceIdOf(number));
    const { customerId, note, stageId, amount } = madeEntry(number, scene);
    const said = [customerId, note, stageId, amount && Number(amount)]
      .filter((part) => part !== null)
      .join("|");
    if (text === undefined && entries.confirmed.has(number)) damage.push(`entry ${number} is lost`);
    if (text !== undefined && text !== said) damage.push(`entry ${number} is ${text}, not ${said}`);
    byDevice.delete(deviceIdOf(number));
  }
  return [...damage, ...[...byDevice.keys()].map((id) => `nobody sent ${id}`)];
}

/** Files of which something is there but not all, and confirmed ones that are not there. */
async function damagedFiles(db: Database, { files }: Promised): Promise<string[]> {
  const damage: string[] = [];
  for (let number = 1; number <= files.begun; number += 1) {
    const name = nameOfFile(number);
    const [found] = await db.execute<{ rows: number; runs: number; audited: number; customers: number }>(sql`
      select (select count(*)::integer from conversations where reference like ${`${name}/%`}) as rows,
        (select count(*)::integer from imports where file_name = ${name} and (report ->> 'added')::integer > 0) as runs,
        (select count(*)::integer from audit_log where after ->> 'fileName' = ${name}
          and (after ->> 'added')::integer > 0) as audited,
        (select count(*)::integer from customers where name like ${`${name} %`}) as customers`);
    if (!found) throw new Error("A select of counts has one row.");
    const { rows, runs, audited, customers } = found;
    const isWhole = rows === rowsOfFile && runs === 1 && audited === 1 && customers > 0;
    const isAbsent = rows + runs + audited + customers === 0;
    if (!isWhole && !isAbsent) damage.push(`${name} is half there: ${JSON.stringify(found)}`);
    if (!isWhole && files.confirmed.has(number)) damage.push(`${name} is lost`);
  }
  return damage;
}

/** Rows that only a part of a transaction can have left behind, by what is wrong with them. */
async function halves(db: Database): Promise<string[]> {
  const [found] = await db.execute<Record<string, number>>(sql`
    select
      (select count(*)::integer from conversations talks left join conversation_versions versions
        on versions.conversation_id = talks.id
        where versions.version is distinct from 1
        or (${contentOf("talks")}) is distinct from (${contentOf("versions")})) as "without their version 1",
      (select count(*)::integer from conversations talks where stage_id is not null and not exists (
        select from deal_states states where states.deal_id = talks.deal_id and states.until_on = 'infinity'
        )) as "on a deal without a state",
      (select count(*)::integer from deals where not exists (
        select from conversations talks where talks.deal_id = deals.id)) as "deals without a conversation",
      (select count(*)::integer from customers where import_id is not null and not exists (
        select from conversations talks where talks.customer_id = customers.id)) as "customers without one",
      (select count(*)::integer from imports where report ->> 'applied' is distinct from 'true') as "unreported imports"`);
  return Object.entries(found ?? {}).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
}

/**
 * Everything that is not as it was promised, or not whole; empty = all is well. What is unconfirmed may be
 * there or not. Looks at one moment, then derives all states again.
 */
export async function findDamage(db: Database, promised: Promised): Promise<string[]> {
  const damage = await db.transaction(
    async (tx) => [
      ...(await damagedEntries(tx, promised)),
      ...(await damagedFiles(tx, promised)),
      ...(await halves(tx)),
    ],
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  const { differences } = await rebuildStates(db);
  return [...damage, ...differences.map(({ dealId }) => `deal ${dealId} has other states than its log`)];
}
