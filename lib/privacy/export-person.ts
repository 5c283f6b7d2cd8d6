import type { Database } from "@/db/client";
import { listHeldTalks, listPersonTalks } from "@/db/queries/person-talks";
import {
  listHeldRows,
  listOwnAuditEntries,
  listPersonFacts,
  listPersonRows,
} from "@/db/queries/person-traces";
import { marksOf, type Person } from "./erase-person";
import { personPattern } from "./person-pattern";

const talksAtOnce = 500;

/**
 * Everything that is held on a person, as JSON text piece by piece: their own rows, what the audit log tells of
 * them, and every version of every conversation that was held with them or by them, that they saved, or whose
 * note mentions them. Give it one transaction for one moment's rows.
 */
export async function* exportPerson(db: Database, { kind, id }: Person, now: Date): AsyncGenerator<string> {
  const rows = await listPersonRows(db, kind, id);
  const pattern = personPattern(marksOf(await listPersonFacts(db, rows)));
  const about = { kind, id, exportedAt: now.toISOString() };
  const talkIds = await listPersonTalks(db, rows);
  const held = await listHeldRows(db, rows);
  const audit = await listOwnAuditEntries(db, rows);
  yield JSON.stringify({ about, ...held, audit }, null, 1).replace(/\n\}$/, ',\n "conversationVersions": [');
  let isFirst = true;
  for (let afterId = 0; ; ) {
    const { lastId, versions } = await listHeldTalks(db, rows, {
      talkIds,
      pattern,
      afterId,
      limit: talksAtOnce,
    });
    for (const version of versions) {
      yield `${isFirst ? "" : ","}\n  ${JSON.stringify(version)}`;
      isFirst = false;
    }
    if (lastId === undefined) break;
    afterId = lastId;
  }
  yield "\n ]\n}\n";
}
