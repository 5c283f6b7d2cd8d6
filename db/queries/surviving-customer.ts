import type { Database } from "@/db/client";
import { getCustomer } from "./customers";
import { getSurvivorId } from "./survivors";

/**
 * The customer that an id stands for today: itself, or the one it was merged into, and that one's in turn;
 * undefined when there is none.
 */
export async function getSurvivingCustomer(db: Database, id: number) {
  const survivorId = await getSurvivorId(db, "customer", id);
  return survivorId === undefined ? undefined : getCustomer(db, survivorId);
}
