import type { Database } from "@/db/client";
import { auditLog, type importKinds } from "@/db/schema";
import type { LabelKind } from "./labels";

/** What can be told of the labels of one kind: `add channel`. */
export type LabelAct = "add" | "rename" | "archive" | "restore" | "drop" | "merge" | "order";

/** A business verb, and what it is done to. */
export type AuditAct =
  | `${LabelAct} ${LabelKind}`
  | `import ${(typeof importKinds)[number]}`
  | `${"add" | "edit" | "archive" | "restore" | "erase"} ${"contact" | "customer"}`
  | `${"add" | "edit" | "archive" | "restore" | "drop" | "merge"} stage`
  | `${"change" | "order"} stages`
  | `${"make" | "extend" | "revoke"} share link`
  | `${"make" | "revoke"} token`
  | `${"log" | "discard"} entry of removed member`
  | `${"change" | "reset"} password`
  | `${"link" | "unlink"} account`
  | `${"add" | "invite" | "remove" | "erase"} member`
  | `${"accept" | "revoke"} invitation`
  | `change ${"defaults" | "name" | "role" | "stage outcome" | "team" | "time zone"}`
  | `${"reassign" | "rename" | "split"} deal`
  | "correct customer"
  | "join deals"
  | "move conversation"
  | "undo deal change"
  | "merge customers"
  | "undo merge of customers"
  | "make password link"
  | "set up team";

/** One change worth remembering: who (null = the operator, on the command line), what, before and after. */
type AuditEntry = {
  memberId: number | null;
  act: AuditAct;
  subject: string;
  subjectId?: string;
  before?: unknown;
  after?: unknown;
};

/** Writes one line of the audit log; called in the transaction of the change itself. */
export async function insertAuditEntry(db: Database, entry: AuditEntry): Promise<void> {
  await db.insert(auditLog).values(entry);
}
