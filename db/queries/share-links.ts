import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members, shareLinks } from "@/db/schema";
import { sharingRoles } from "@/lib/pipeline/permissions";

/** What was wished for when the link was made. */
const wished = {
  id: shareLinks.id,
  title: shareLinks.title,
  view: shareLinks.view,
  filter: shareLinks.filter,
  parts: shareLinks.parts,
  customersMasked: shareLinks.customersMasked,
  salespeopleByInitials: shareLinks.salespeopleByInitials,
  amountsHidden: shareLinks.amountsHidden,
  expiresAt: shareLinks.expiresAt,
};

/** Keeps a link by its token's hash and tells its id. */
export async function insertShareLink(
  db: Database,
  link: Omit<
    typeof shareLinks.$inferInsert,
    "id" | "views" | "lastViewedAt" | "revokedAt" | "revokedById" | "version"
  >,
): Promise<number> {
  const [row] = await db.insert(shareLinks).values(link).returning({ id: shareLinks.id });
  if (!row) throw new Error("The link was not stored.");
  return row.id;
}

/** The link of this token's hash while it is good: not revoked, not over, its maker on the team and one who may share. */
export async function getGoodShareLink(db: Database, tokenHash: string, now: Date) {
  const [row] = await db
    .select({ ...wished, passphraseHash: shareLinks.passphraseHash })
    .from(shareLinks)
    .innerJoin(members, eq(members.id, shareLinks.madeById))
    .where(
      and(
        eq(shareLinks.tokenHash, tokenHash),
        isNull(shareLinks.revokedAt),
        or(isNull(shareLinks.expiresAt), gt(shareLinks.expiresAt, now)),
        isNull(members.removedAt),
        inArray(members.role, [...sharingRoles]),
      ),
    );
  return row;
}

export type GoodShareLink = NonNullable<Awaited<ReturnType<typeof getGoodShareLink>>>;

const kept = {
  ...wished,
  hasPassphrase: sql<boolean>`${shareLinks.passphraseHash} is not null`,
  madeById: shareLinks.madeById,
  madeBy: members.name,
  createdAt: shareLinks.createdAt,
  revokedAt: shareLinks.revokedAt,
  views: shareLinks.views,
  lastViewedAt: shareLinks.lastViewedAt,
  version: shareLinks.version,
};

/** The links that were not revoked, those over included, the newest first: everybody's, or one member's. */
export async function listShareLinks(db: Database, madeById: number | null) {
  return db
    .select(kept)
    .from(shareLinks)
    .innerJoin(members, eq(members.id, shareLinks.madeById))
    .where(
      and(isNull(shareLinks.revokedAt), madeById === null ? undefined : eq(shareLinks.madeById, madeById)),
    )
    .orderBy(desc(shareLinks.id));
}

export type ListedShareLink = Awaited<ReturnType<typeof listShareLinks>>[number];

/** A link, whatever became of it; undefined: there is none. */
export async function getShareLink(db: Database, id: number) {
  const [row] = await db
    .select(kept)
    .from(shareLinks)
    .innerJoin(members, eq(members.id, shareLinks.madeById))
    .where(eq(shareLinks.id, id));
  return row;
}

/** Gives a link another end, null = none, and a new version. */
export async function updateShareLinkEnd(db: Database, id: number, expiresAt: Date | null): Promise<void> {
  await db
    .update(shareLinks)
    .set({ expiresAt, version: sql`${shareLinks.version} + 1` })
    .where(eq(shareLinks.id, id));
}

/** Ends the links that are meant: one, or all that a member made. Tells their ids and titles. */
export async function revokeShareLinks(
  db: Database,
  which: { id: number } | { madeById: number },
  { now, revokedById }: { now: Date; revokedById: number },
): Promise<{ id: number; title: string }[]> {
  const meant = "id" in which ? eq(shareLinks.id, which.id) : eq(shareLinks.madeById, which.madeById);
  return db
    .update(shareLinks)
    .set({ revokedAt: now, revokedById, version: sql`${shareLinks.version} + 1` })
    .where(and(meant, isNull(shareLinks.revokedAt)))
    .returning({ id: shareLinks.id, title: shareLinks.title });
}

/** Counts that somebody opened what a link shows. */
export async function countShareView(db: Database, id: number, now: Date): Promise<void> {
  await db
    .update(shareLinks)
    .set({ views: sql`${shareLinks.views} + 1`, lastViewedAt: now })
    .where(eq(shareLinks.id, id));
}
