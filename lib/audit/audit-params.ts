import type { AuditFilter } from "@/db/queries/audit-entries";
import { addDays, isLocalDate, startOfDay } from "@/lib/pipeline/local-date";
import { recordId } from "@/lib/record-id";

/** What the address of the audit log says, as text. */
export const auditParameters = ["by", "act", "subject", "from", "to"] as const;

export type AuditParams = Record<(typeof auditParameters)[number], string>;

/**
 * The filter that the address asks for; the days are whole days in the team's time zone, both included. What is no
 * date or nobody is left out, and named.
 */
export function readAuditFilter(
  params: AuditParams,
  timeZone: string,
): { filter: AuditFilter; problems: string[] } {
  const problems: string[] = [];
  const day = (name: "from" | "to") => {
    const text = params[name];
    if (text === "" || isLocalDate(text)) return text;
    problems.push(`“${text}” is no date, so it was left out.`);
    return "";
  };
  const [from, to] = [day("from"), day("to")];
  if (from && to && from > to) problems.push("The first day lies after the last one, so nothing is found.");
  const by = params.by === "operator" ? "operator" : (recordId(params.by) ?? null);
  return {
    filter: {
      by,
      act: params.act,
      subject: params.subject,
      from: from === "" ? null : startOfDay(from, timeZone),
      until: to === "" ? null : startOfDay(addDays(to, 1), timeZone),
    },
    problems,
  };
}
