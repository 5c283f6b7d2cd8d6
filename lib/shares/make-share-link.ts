import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { listSalespeople } from "@/db/queries/members";
import { insertShareLink } from "@/db/queries/share-links";
import { listStages } from "@/db/queries/stages";
import type { ShareView } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { hashPassword } from "@/lib/auth/password";
import { hashOfToken, newSecretToken } from "@/lib/auth/secret-token";
import { cleanName } from "@/lib/pipeline/clean-name";
import { isLocalDate, type LocalDate } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";
import { partsOf } from "@/lib/wording/share-parts";
import { asSharer } from "./as-sharer";
import type { ShareFilter } from "./share-filter";
import { problemOfPassphrase, problemOfShareEnd } from "./share-rules";

/** What a link is to show, to whom and how long. */
export type WantedShareLink = {
  title: string;
  view: ShareView;
  filter: ShareFilter;
  parts: readonly string[];
  customersMasked: boolean;
  salespeopleByInitials: boolean;
  amountsHidden: boolean;
  /** "": none is asked for. */
  passphrase: string;
  expiresAt: Date | null;
};

/** What is wrong with it, at the field of the form that it is about; undefined: nothing. */
function problemOf(wanted: WantedShareLink, today: LocalDate, now: Date): RuleError | undefined {
  const { title, view, parts, customersMasked, passphrase, expiresAt, filter } = wanted;
  const { from, day } = filter;
  const at = (field: string, problem: string) => new RuleError(problem, { field });
  if (title === "") return at("title", "A link needs a title.");
  if (title.length > longest.shareTitle)
    return at("title", `A link's title has at most ${longest.shareTitle} characters.`);
  if (parts.length === 0) return new RuleError("Choose at least one part to show.");
  if (parts.some((part) => !partsOf(view).includes(part)))
    return new RuleError("This view has no such part.");
  if ([from, day].some((date) => date !== null && !isLocalDate(date))) return at("day", "That is no date.");
  if ((day ?? today) > today) return at("day", "The day must be today or earlier.");
  if (from !== null && from > (day ?? today))
    return at("day", "The day must not lie before the period begins.");
  if (!customersMasked && passphrase === "")
    return at("passphrase", "A link that shows customers' names needs a passphrase.");
  const wrongPassphrase = problemOfPassphrase(passphrase);
  if (wrongPassphrase) return at("passphrase", wrongPassphrase);
  return problemOfShareEnd(expiresAt, { customersMasked, now });
}

async function checkKnown(tx: Database, { salespersonId, stageId }: ShareFilter): Promise<void> {
  const [people, stages] = await Promise.all([listSalespeople(tx), listStages(tx)]);
  if (salespersonId !== null && !people.some(({ id }) => id === salespersonId))
    throw new RuleError("There is no such salesperson.");
  if (stageId !== null && !stages.some(({ id }) => id === stageId))
    throw new RuleError("There is no such stage.");
}

/**
 * Shares a view by a link, its filter fixed. Customers' names show only with a passphrase and an end.
 *
 * @returns the token of its address; only the hash is stored, so it is seen this once.
 * @throws RuleError what is wanted breaks a rule; the actor may not share.
 */
export async function makeShareLink(
  db: Database,
  {
    actor,
    now,
    today,
    wanted: { title: typed, ...given },
  }: Acting & { today: LocalDate; wanted: WantedShareLink },
): Promise<{ id: number; token: string }> {
  const wanted = { ...given, title: cleanName(typed) };
  const problem = problemOf(wanted, today, now);
  if (problem) throw problem;
  const { passphrase, parts, ...link } = wanted;
  const passphraseHash = passphrase === "" ? null : await hashPassword(passphrase);
  const token = newSecretToken();
  const id = await asSharer(db, actor, async (tx) => {
    await checkKnown(tx, link.filter);
    const kept = { ...link, parts: [...new Set(parts)] };
    const made = { madeById: actor.id, createdAt: now };
    const linkId = await insertShareLink(tx, {
      ...kept,
      ...made,
      tokenHash: hashOfToken(token),
      passphraseHash,
    });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "make share link",
      subject: "share link",
      subjectId: String(linkId),
      after: { ...kept, hasPassphrase: passphraseHash !== null },
    });
    return linkId;
  });
  return { id, token };
}
