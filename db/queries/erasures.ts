import { and, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { erasures, members } from "@/db/schema";
import type { PersonKind, PersonRows } from "./person-traces";

/** Remembers that a person's rows were erased, each by itself: what they were is gone. */
export async function insertErasures(
  db: Database,
  { contactIds, customerIds, memberIds }: PersonRows,
  { erasedById, erasedAt }: { erasedById: number; erasedAt: Date },
): Promise<void> {
  const of = (kind: PersonKind, ids: readonly number[]) =>
    ids.map((subjectId) => ({ kind, subjectId, erasedById, erasedAt }));
  await db
    .insert(erasures)
    .values([...of("contact", contactIds), ...of("customer", customerIds), ...of("member", memberIds)]);
}

/** When and by whom somebody's details were erased the last time; undefined: never. */
export async function getLastErasure(db: Database, { kind, id }: { kind: PersonKind; id: number }) {
  const [row] = await db
    .select({ erasedAt: erasures.erasedAt, erasedBy: members.name })
    .from(erasures)
    .innerJoin(members, eq(members.id, erasures.erasedById))
    .where(and(eq(erasures.kind, kind), eq(erasures.subjectId, id)))
    .orderBy(desc(erasures.id))
    .limit(1);
  return row;
}
