import type { Database } from "@/db/client";
import type { Acting } from "@/lib/acting";
import { createApiToken } from "@/lib/auth/api-token";
import { asAdmin } from "@/lib/members/as-admin";

/** Makes a read-only token of the API and returns it, this once. @throws RuleError it has no name; the actor is no admin. */
export async function makeToken(db: Database, { actor, name }: Acting & { name: string }): Promise<string> {
  return asAdmin(db, actor, (tx) => createApiToken(tx, { name, madeById: actor.id, auditedAs: actor.id }));
}
