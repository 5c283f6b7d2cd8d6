import type { Database } from "@/db/client";
import { getCustomer } from "@/db/queries/customers";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { RuleError } from "@/lib/rule-error";
import { customerAddress } from "./customer-address";

/** @throws RuleError the customer is part of another one by a merge: which one, and the way there. */
export async function refuseMerged(db: Database, customerId: number): Promise<void> {
  const survivor = await getSurvivingCustomer(db, customerId);
  if (!survivor || survivor.id === customerId) return;
  const merged = await getCustomer(db, customerId);
  throw new RuleError(`“${merged?.name}” is part of “${survivor.name}” by a merge.`, {
    isGone: true,
    onward: { label: `Show “${survivor.name}”`, href: customerAddress(survivor.id) },
  });
}
