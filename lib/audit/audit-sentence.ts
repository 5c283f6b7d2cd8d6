import type { AuditRow } from "@/db/queries/audit-entries";
import { actInWords, namesItsSubject } from "./audit-acts";
import { auditName, auditPair, isLabelMerge } from "./audit-changes";
import { type AuditNames, kindOfField } from "./audit-names";
import type { AuditWords } from "./audit-words";
import { dealsInWords, undoingInWords } from "./deal-entry";

/** Who does what nobody signed in did: on the server's command line. */
export const operatorName = "The operator";

type Entry = Pick<AuditRow, "by" | "act" | "subject" | "subjectId" | "calledNow" | "before" | "after">;

/** Into what something was merged: told by the entry of the one that went, the other one's only knows that it was. */
function otherOfMerge({ act, subject, before, after }: Entry, names: AuditNames): string {
  const kind = kindOfField("mergedIntoId", subject);
  if (!/\bmerge\b/.test(act) || !kind) return "";
  const pair = auditPair(before, after);
  const { mergedIntoId, name: calledThen } = (act.startsWith("undo") ? pair.before : pair.after) ?? {};
  // Entries of earlier tell a channel or topic by its name.
  if (isLabelMerge(act) && mergedIntoId === undefined) return ` into “${calledThen}”`;
  if (typeof mergedIntoId !== "number") return " with another one";
  const into = names.of(kind, mergedIntoId);
  return into ? ` into “${into}”` : " into another one";
}

function object(entry: Entry, words: AuditWords): string {
  if (entry.subject === "deal") return ` ${dealsInWords(entry, words)}`;
  const { act, calledNow, before, after } = entry;
  const name = namesItsSubject(act) ? (auditName(before, after) ?? calledNow) : null;
  return `${name ? ` “${name}”` : ""}${otherOfMerge(entry, words.names)}`;
}

/** An entry of the audit log in a sentence: "Cara changed the outcome of the stage “Demo given”." */
export function auditSentence(entry: Entry, words: AuditWords): string {
  return `${entry.by ?? operatorName} ${undoingInWords(entry) ?? actInWords(entry.act)}${object(entry, words)}.`;
}
