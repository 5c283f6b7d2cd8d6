import type { AuditAct } from "@/db/queries/audit-log";

/** What somebody did by an act of the audit log, before the name of what they did it to. */
const acts: Readonly<Record<string, string>> = {
  "accept invitation": "accepted the invitation",
  "add contact": "added the contact",
  "change defaults": "changed the defaults of",
  "change name": "changed the name of",
  "change password": "changed the password of",
  "change role": "changed the role of",
  "change stage outcome": "changed the outcome of the stage",
  "change stages": "imported the stages",
  "change team": "changed the team's settings",
  "change time zone": "changed the team's time zone",
  "discard entry of removed member": "discarded an entry of the removed member",
  "extend share link": "changed the last day of the share link",
  "join deals": "joined",
  "invite member": "invited",
  "link account": "linked their account at the issuer",
  "log entry of removed member": "logged an entry of the removed member",
  "make password link": "made a password link for",
  "merge customers": "merged the customer",
  "move conversation": "moved a conversation of",
  "order channel": "put the channels into another order",
  "order stages": "put the stages into another order",
  "order topic": "put the topics into another order",
  "reassign deal": "reassigned",
  "remove member": "removed",
  "rename deal": "renamed",
  "reset password": "reset the password of",
  "revoke invitation": "revoked the invitation of",
  "set up team": "set up the team",
  "split deal": "split",
  "undo deal change": "took back a change of",
  "undo merge of customers": "undid the merge of the customer",
  "unlink account": "unlinked their account at the issuer",
} satisfies Partial<Record<AuditAct, string>>;

/** Acts that speak of themselves: no name follows. */
const nameless: ReadonlySet<string> = new Set<AuditAct>([
  "accept invitation",
  "change team",
  "change time zone",
  "link account",
  "order channel",
  "order stages",
  "order topic",
  "change stages",
  "unlink account",
]);

const irregular: Readonly<Record<string, string>> = { drop: "dropped", make: "made" };

function past(verb: string): string {
  if (irregular[verb]) return irregular[verb];
  if (verb.endsWith("e")) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

/** Whether a name belongs behind what was done. */
export function namesItsSubject(act: string): boolean {
  return !nameless.has(act) && !act.startsWith("import ");
}

/** What was done, in the past: "changed the role of"; an act without words of its own by its verb: "archived the stage". */
export function actInWords(act: string): string {
  const known = acts[act];
  if (known) return known;
  const [verb = "", ...rest] = act.split(" ");
  const article = rest.length === 0 || verb === "import" ? "" : "the ";
  return `${past(verb)} ${article}${rest.join(" ")}`.trim();
}

/** Acts kept under another name than the one their pages and sentences have. */
const choices: Readonly<Record<string, string>> = {
  "extend share link": "Change last day of share link",
};

/** An act as one chooses it from a list: "Change role". */
export function actAsChoice(act: string): string {
  return choices[act] ?? act.charAt(0).toUpperCase() + act.slice(1);
}
