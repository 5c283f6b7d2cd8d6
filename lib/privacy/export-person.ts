import type { Database } from "@/db/client";
import { listHeldRows } from "@/db/queries/person-held";
import { listHeldTalks, listPersonTalks } from "@/db/queries/person-talks";
import {
  listOwnAuditEntries,
  listPersonFacts,
  listPersonRows,
  type PersonRows,
} from "@/db/queries/person-traces";
import type { Person } from "./find-person";
import { listMentions, listNoted, seek } from "./list-mentions";
import { marksOf } from "./person-pattern";

const talksAtOnce = 500;

async function* listOf(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const item of items) {
    yield `${isFirst ? "" : ","}\n  ${JSON.stringify(item)}`;
    isFirst = false;
  }
}

async function* versionsOf(db: Database, rows: PersonRows, talkIds: readonly number[]) {
  for (let afterId = 0; ; ) {
    const { lastId, versions } = await listHeldTalks(db, rows, { talkIds, afterId, limit: talksAtOnce });
    yield* versions;
    if (lastId === undefined) return;
    afterId = lastId;
  }
}

/**
 * Everything that is held on a person, as JSON text piece by piece: their own rows, what the audit log tells of
 * them, every other text that mentions them with where it stands, and every version of every conversation that was
 * held with them or by them, that they saved, or whose note mentions them. Give it one transaction for one
 * moment's rows.
 */
export async function* exportPerson(db: Database, { kind, id }: Person, now: Date): AsyncGenerator<string> {
  const rows = await listPersonRows(db, kind, id);
  const marks = marksOf(await listPersonFacts(db, rows));
  const talkIds = await listPersonTalks(db, rows);
  const about = { kind, id, exportedAt: now.toISOString() };
  const held = await listHeldRows(db, rows, talkIds);
  const audit = await listOwnAuditEntries(db, rows);
  yield JSON.stringify({ about, ...held, audit }, null, 1).replace(/\n\}$/, ',\n "mentions": [');
  const sought = await seek(db, marks);
  if (sought) yield* listOf(listMentions(db, sought));
  yield '\n ],\n "conversationVersions": [';
  yield* listOf(versionsOf(db, rows, [...talkIds, ...(sought ? await listNoted(db, sought) : [])]));
  yield "\n ]\n}\n";
}
