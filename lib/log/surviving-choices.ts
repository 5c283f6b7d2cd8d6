import type { Database } from "@/db/client";
import { getSurvivorId } from "@/db/queries/survivors";
import { namesThroughMerges } from "@/lib/customers/names-through-merge";
import { nameKey } from "@/lib/pipeline/name-key";
import { recordId } from "@/lib/record-id";
import type { CustomerSaid } from "./customer-said";
import type { LogValues } from "./log-values";

/** What the form chose, with what was merged meanwhile replaced by what it was merged into. */
export async function survivingChoices(db: Database, values: LogValues): Promise<LogValues> {
  const surviving = { ...values };
  for (const field of ["stage", "channel", "topic"] as const) {
    const id = recordId(values[field]);
    const survivorId = id === undefined ? undefined : await getSurvivorId(db, field, id);
    if (survivorId !== undefined) surviving[field] = String(survivorId);
  }
  return surviving;
}

/**
 * The form with the deal and the contact it names as they are called today, where its customer is part of another one
 * by a merge (names-through-merge.ts): an entry that waited on a device names them as they were.
 */
export async function survivingNames(
  db: Database,
  values: LogValues,
  customer: CustomerSaid,
): Promise<LogValues> {
  if (customer.is !== "known" || customer.namedId === customer.id) return values;
  const names = (await namesThroughMerges(db, [customer.namedId])).get(customer.namedId);
  const { dealName, contactName } = values;
  return {
    ...values,
    dealName: names?.deals.get(nameKey(dealName)) ?? dealName,
    contactName: names?.contacts.get(nameKey(contactName)) ?? contactName,
  };
}
