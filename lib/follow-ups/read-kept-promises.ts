import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { countFollowUpsDue, listFollowUpsDue, type PromiseCursor } from "@/db/queries/follow-up-outcomes";
import { cursorPlace, cursorText, idOfCursor, keysetPage } from "@/lib/keyset-cursor";
import type { FollowUpState } from "@/lib/pipeline/follow-up";
import { followUpFigures } from "@/lib/pipeline/follow-up-figures";
import { groupBy } from "@/lib/pipeline/group-by";
import { addDays, isLocalDate, startOfDay } from "@/lib/pipeline/local-date";
import { zoneOffsets } from "@/lib/pipeline/zone-offsets";

/** What was done longer before the period than this was on time whatever the clocks said. */
const longBefore = 400;

const theBeginning = new Date("1970-01-01T00:00:00Z");

function asked(filter: FigureFilter, timeZone: string) {
  const { from, to } = filter;
  const since = from === null ? theBeginning : startOfDay(addDays(from, -longBefore), timeZone);
  return { ...filter, offsets: zoneOffsets(timeZone, since, startOfDay(addDays(to, 2), timeZone)) };
}

/** What became of the follow-ups due in P, as of T: the team's first, then of each member who promised one. */
export async function readKeptPromises(db: Database, filter: FigureFilter, timeZone: string) {
  const groups = await countFollowUpsDue(db, asked(filter, timeZone));
  const byMember = groupBy(groups, ({ memberId }) => memberId);
  return {
    team: followUpFigures(groups),
    members: [...byMember].map(([id, own]) => ({
      id,
      name: own[0]?.member ?? "",
      figures: followUpFigures(own),
    })),
  };
}

export type KeptPromises = Awaited<ReturnType<typeof readKeptPromises>>;

/** Follow-ups on one page of those behind a figure. */
export const promisePageSize = 100;

/** Where a page begins, from an address; null: at the first follow-up. */
export function readPromiseCursor(text: string): PromiseCursor | null {
  const [dueOn, id] = cursorPlace(text) ?? [];
  const conversationId = idOfCursor(id);
  const isOurs = typeof dueOn === "string" && isLocalDate(dueOn) && conversationId !== undefined;
  return isOurs ? { dueOn, conversationId } : null;
}

/**
 * A page of the follow-ups behind one of the figures: due in P and of that state (null = all), the latest due
 * first, and where the next page begins (null = there is none).
 */
export async function readPromisesOf(
  db: Database,
  filter: FigureFilter,
  which: { timeZone: string; state: FollowUpState | null; after: PromiseCursor | null; pageSize?: number },
) {
  const { timeZone, state, after, pageSize = promisePageSize } = which;
  const limit = pageSize + 1;
  const rows = await listFollowUpsDue(db, { ...asked(filter, timeZone), state, after, limit });
  return keysetPage(rows, pageSize, ({ dueOn, conversationId }) => cursorText([dueOn, conversationId]));
}
