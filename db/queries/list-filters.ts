import { and, eq, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { listFilters } from "@/db/schema";

type List = { memberId: number; list: string };

const isThis = ({ memberId, list }: List) =>
  and(eq(listFilters.memberId, memberId), eq(listFilters.list, list));

/** What the member set a list to when last there, as the address's parameters; undefined: nothing. */
export async function getListFilter(db: Database, list: List): Promise<string | undefined> {
  const [row] = await db.select({ search: listFilters.search }).from(listFilters).where(isThis(list));
  return row?.search;
}

/** Keeps what a member set a list to, in place of what was kept before. */
export async function saveListFilter(
  db: Database,
  { search, ...list }: List & { search: string },
): Promise<void> {
  await db
    .insert(listFilters)
    .values({ ...list, search })
    .onConflictDoUpdate({
      target: [listFilters.memberId, listFilters.list],
      set: { search },
      setWhere: ne(listFilters.search, search),
    });
}

/** Forgets what a member set a list to. */
export async function deleteListFilter(db: Database, list: List): Promise<void> {
  await db.delete(listFilters).where(isThis(list));
}
