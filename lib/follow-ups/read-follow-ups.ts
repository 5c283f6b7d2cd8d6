import type { Database } from "@/db/client";
import { countFollowUps, type Due, listFollowUps } from "@/db/queries/follow-ups";
import { listSalespeople } from "@/db/queries/members";
import { countQuietDeals, listQuietDeals } from "@/db/queries/quiet-deals";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { type Actor, mayLog } from "@/lib/pipeline/permissions";
import { oneParam, type SearchParams } from "@/lib/search-params";

/** Rows of each list that are shown at first, and that "more" adds. */
export const rowsAtFirst = 50;

const mostRows = 5000;

type Asking = Actor & { name: string };

/**
 * Whose follow-ups an address asks for: `whose=everyone`, `whose=ID` of a member, else those of who asks; who only
 * reads promises nothing, and is shown everyone's.
 */
async function readWhose(db: Database, text: string, asking: Asking) {
  if (text === "everyone" || (text === "" && !mayLog(asking))) return null;
  if (text === "" || text === String(asking.id)) return asking;
  const { id, name } = (await listSalespeople(db)).find((person) => String(person.id) === text) ?? asking;
  return { id, name };
}

function readShown(text: string): number {
  return /^\d{1,4}$/.test(text) ? Math.min(Math.max(Number(text), rowsAtFirst), mostRows) : rowsAtFirst;
}

/** The follow-ups and the quiet deals an address asks for (`whose`, `shown`), with how many there are of each. */
export async function readFollowUps(
  db: Database,
  params: SearchParams,
  { member, today }: { member: Asking; today: LocalDate },
) {
  const person = await readWhose(db, oneParam(params, "whose"), member);
  const limit = readShown(oneParam(params, "shown"));
  const whose = person?.id ?? null;
  const quiet = { today, whose };
  const list = (due: Due) => listFollowUps(db, { today, due, whose, limit });
  const [counts, overdue, dueToday, coming, quietCount, quietDeals] = await Promise.all([
    countFollowUps(db, { today, whose }),
    list("overdue"),
    list("today"),
    list("coming"),
    countQuietDeals(db, quiet),
    listQuietDeals(db, { ...quiet, limit }),
  ]);
  return {
    /** Whose they are; null = everybody's. */
    person,
    isMine: person?.id === member.id,
    shown: limit,
    followUps: { overdue, today: dueToday, coming },
    counts,
    quietDeals,
    quietCount,
  };
}
