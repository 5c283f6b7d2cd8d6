import type { Database } from "@/db/client";
import { getFirstAdmin } from "@/db/queries/logins";
import { RuleError } from "@/lib/rule-error";

type Place = Readonly<Record<string, string | undefined>>;

/**
 * Where a command looks for the team: the data folder, which the launcher tells as `PIPELOG_DATA`, or the database that
 * was given. Example: `postgres://me:secret@db.example/sales?sslmode=require` is “the database
 * postgres://me@db.example/sales”: no password, and no parameters, which may hold one.
 */
export function placeOfTeam({ DATABASE_URL, PIPELOG_DATA, PGDATABASE, PGHOST }: Place): string {
  const given = DATABASE_URL?.trim();
  if (!given) return PIPELOG_DATA || `the database ${PGDATABASE} at ${PGHOST}`;
  // With several hosts it is no URL to the runtime.
  return `the database ${given.replace(/(?<=^[^:]+:\/\/[^:@/]*):.*(?=@)/s, "").replace(/\?.*$/s, "")}`;
}

/** The team's first admin. @throws RuleError there is no team where the command looks, which it names. */
export async function firstAdmin(db: Database, env: Place = process.env) {
  const admin = await getFirstAdmin(db);
  if (admin) return admin;
  throw new RuleError(
    `There is no team in ${placeOfTeam(env)}. If yours is kept elsewhere, give PIPELOG_DATA (or DATABASE_URL); else set it up first: npm run set-up`,
  );
}
