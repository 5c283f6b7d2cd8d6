import type { Database } from "@/db/client";
import { updatePasswordHash } from "@/db/queries/logins";
import { deletePasswordResetsOf } from "@/db/queries/password-resets";
import { deleteOtherSessionsOf, deleteSessionsOf } from "@/db/queries/sessions";

/**
 * Gives a member another password and ends what the old one may have let in: their sessions and every link to set
 * a new one. To be called in a transaction that has locked the members.
 *
 * @param keptSession what is stored of the one session that stays; none does without it.
 */
export async function storePassword(
  tx: Database,
  memberId: number,
  passwordHash: string,
  { keptSession }: { keptSession?: string } = {},
): Promise<void> {
  await updatePasswordHash(tx, memberId, passwordHash);
  if (keptSession === undefined) await deleteSessionsOf(tx, memberId);
  else await deleteOtherSessionsOf(tx, memberId, keptSession);
  await deletePasswordResetsOf(tx, memberId);
}
