import { Notice } from "@/components/notice";

/** What those who are no admin are told where an admin finds a merge. */
export function AdminsMerge() {
  return <Notice>Only admins merge customers. Ask one of them to look at it.</Notice>;
}
