import { type Role, roles } from "@/lib/pipeline/role";

/** Whether a member of one role may do what takes at least another: admins everything, viewers only read. */
export function mayActAs(role: Role, least: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(least);
}
