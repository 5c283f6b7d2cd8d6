import type { Database } from "@/db/client";
import type { Acting } from "@/lib/acting";
import { createApiToken } from "@/lib/auth/api-token";
import { asAdmin } from "@/lib/members/as-admin";
import { cleanName } from "@/lib/pipeline/clean-name";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";

/** Makes a read-only token of the API and returns it, this once. @throws RuleError it has no name; the actor is no admin. */
export async function makeToken(db: Database, { actor, name }: Acting & { name: string }): Promise<string> {
  const said = cleanName(name);
  if (said === "") throw new RuleError("A token needs a name.");
  if (said.length > longest.tokenName)
    throw new RuleError(`A token's name has at most ${longest.tokenName} characters.`);
  return asAdmin(db, actor, (tx) =>
    createApiToken(tx, { name: said, madeById: actor.id, auditedAs: actor.id }),
  );
}
