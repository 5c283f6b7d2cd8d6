import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getToken, insertToken, updateTokenUse } from "@/db/queries/tokens";
import { cleanName } from "@/lib/pipeline/clean-name";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";
import { unlessReadOnly } from "@/lib/unless-read-only";
import { hashOfToken, newSecretToken } from "./secret-token";

const minute = 60_000;

/** By which a token is recognised for what it is where it should not be, such as in a repository. */
const prefix = "pipelog_";

/**
 * Makes a read-only token of the API, good until it is revoked or its maker is removed.
 *
 * @param token.auditedAs who asked for it: a member, or null for the operator on the command line.
 * @returns the token; only its hash is stored, so it is seen this once.
 * @throws RuleError it has no name, or too long a one.
 */
export async function createApiToken(
  db: Database,
  { name, madeById, auditedAs }: { name: string; madeById: number; auditedAs: number | null },
): Promise<string> {
  const said = cleanName(name);
  if (said === "") throw new RuleError("A token needs a name.");
  if (said.length > longest.tokenName)
    throw new RuleError(`A token's name has at most ${longest.tokenName} characters.`);
  const token = `${prefix}${newSecretToken()}`;
  await db.transaction(async (tx) => {
    const id = await insertToken(tx, { name: said, madeById, tokenHash: hashOfToken(token) });
    await insertAuditEntry(tx, {
      memberId: auditedAs,
      act: "make token",
      subject: "token",
      subjectId: String(id),
      after: { name: said, madeById },
    });
  });
  return token;
}

/** Whose token the request carries (`Authorization: Bearer …`); undefined: none that is good. */
export async function memberOfToken(db: Database, request: Request, now = new Date()) {
  const [, sent] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (!sent?.startsWith(prefix)) return undefined;
  const token = await getToken(db, hashOfToken(sent));
  if (!token) return undefined;
  const notedUntil = new Date(now.getTime() - minute);
  if (token.lastUsedAt === null || token.lastUsedAt <= notedUntil) {
    await updateTokenUse(db, token.id, { now, notedUntil }).catch(unlessReadOnly);
  }
  return token.member;
}
