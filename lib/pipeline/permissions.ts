import { type Role, roles } from "./role";

/** Who acts, as the rules see them. */
export type Actor = { id: number; role: Role };

/** Whether a member of one role may do what takes at least another: admins everything, viewers only read. */
export function mayActAs(role: Role, least: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(least);
}

/** Members log, also on behalf of another; viewers only read. */
export function mayLog(actor: Pick<Actor, "role">): boolean {
  return actor.role !== "viewer";
}

/**
 * The roles of those who may hold a conversation or own a deal from now on: who may log. Whoever left the team may
 * not, whatever their role was.
 */
export const holdingRoles: readonly Role[] = roles.filter((role) => mayLog({ role }));

/**
 * A conversation is corrected or deleted by who held it, by who recorded it, or by an admin. Imported history
 * by its holder or an admin: the one who imported it is not its recorder in this sense.
 */
export function mayCorrect(
  actor: Actor,
  conversation: { heldById: number; recordedById: number; importId: number | null },
): boolean {
  if (mayAdminister(actor)) return true;
  if (!mayLog(actor)) return false;
  const isRecorder = conversation.importId === null && conversation.recordedById === actor.id;
  return conversation.heldById === actor.id || isRecorder;
}

/** Members share what they see with others outside the team, by links; viewers do not. */
export function mayShare(actor: Pick<Actor, "role">): boolean {
  return actor.role !== "viewer";
}

/** The roles of those whose shared links are good. */
export const sharingRoles: readonly Role[] = roles.filter((role) => mayShare({ role }));

/** A shared link is extended and revoked by its maker, and by an admin. */
export function mayManageShare(actor: Actor, link: { madeById: number }): boolean {
  return mayAdminister(actor) || (mayShare(actor) && link.madeById === actor.id);
}

/** Deals are renamed, reassigned, split and joined by who owns all of them today, or by an admin. */
export function mayChangeDeal(actor: Actor, owners: readonly { id: number }[]): boolean {
  if (mayAdminister(actor)) return true;
  return mayLog(actor) && owners.length > 0 && owners.every(({ id }) => id === actor.id);
}

/** Settings, stages, merges, imports, exports of everything, members: admins. */
export function mayAdminister(actor: Actor): boolean {
  return actor.role === "admin";
}
