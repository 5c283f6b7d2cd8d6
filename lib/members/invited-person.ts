import type { Database } from "@/db/client";
import { listDeclinedNamesakes, type OpenInvitation } from "@/db/queries/invitations";
import { listPresentWithoutLogin } from "@/db/queries/team-members";
import { nameKey } from "@/lib/pipeline/name-key";

/**
 * Whose login an invitation gives: the person it names, or, of a new person, the one without a login who is called by
 * the name the admin chose, unless there are several or the admin was asked and said that it is somebody else. What
 * the invited person types leads to nobody.
 *
 * Example: an invitation is for “Jonas Koch”, an import then makes him, then Jonas accepts: his history is his. Anna
 * Schmidt is there already, and the admin invites another one of that name: she starts without a history.
 *
 * @returns null: a new member is made.
 */
export async function invitedPersonId(
  db: Database,
  { id, name, memberId }: Pick<OpenInvitation, "id" | "name" | "memberId">,
): Promise<number | null> {
  if (memberId !== null) return memberId;
  const [only, ...others] = await listPresentWithoutLogin(db, nameKey(name));
  if (!only || others.length > 0) return null;
  return (await listDeclinedNamesakes(db, id)).includes(only.id) ? null : only.id;
}
