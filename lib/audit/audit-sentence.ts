import type { AuditRow } from "@/db/queries/audit-entries";
import { actInWords, namesItsSubject } from "./audit-acts";
import { auditName } from "./audit-changes";

/** Who does what nobody signed in did: on the server's command line. */
export const operatorName = "The operator";

/** An entry of the audit log in a sentence: "Cara changed the outcome of the stage “Demo given”." */
export function auditSentence(
  entry: Pick<AuditRow, "by" | "act" | "calledNow" | "before" | "after">,
): string {
  const { by, act, calledNow, before, after } = entry;
  const name = namesItsSubject(act) ? (auditName(before, after) ?? calledNow) : null;
  return `${by ?? operatorName} ${actInWords(act)}${name ? ` “${name}”` : ""}.`;
}
