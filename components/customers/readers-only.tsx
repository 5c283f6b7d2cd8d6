import { Notice } from "@/components/notice";

/** What viewers are told where others find a form. */
export function ReadersOnly() {
  return <Notice>Viewers read. Ask an admin for the role of a member to change customers.</Notice>;
}
