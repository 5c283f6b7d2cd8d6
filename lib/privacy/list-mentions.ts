import type { Database } from "@/db/client";
import {
  isOwnRow,
  listMatches,
  listPlaces,
  listPlacesOf,
  listTextColumns,
  oldestWriter,
  type TextColumn,
  type Within,
} from "@/db/queries/person-texts";
import { listFilters } from "@/db/schema";
import { groupBy } from "@/lib/pipeline/group-by";
import type { FoundPerson } from "./find-person";
import { personFinder } from "./person-finder";
import {
  jsonWithoutPerson,
  maySay,
  mentions,
  type PersonFinder,
  type PersonMarks,
  searchPattern,
  textsOfPerson,
} from "./person-pattern";

// What others are called stays: a namesake is somebody else, and a stage or the team is nobody.
const namesOfOthers = new Set([
  ...["contacts.name", "contacts.name_key", "contacts.email", "contacts.phone"],
  ...["customers.name", "customers.name_key", "members.name", "members.name_key", "members.email"],
  ...[
    "stages.name",
    "stages.name_key",
    "topics.name",
    "topics.name_key",
    "channels.name",
    "channels.name_key",
  ],
  "team.name",
]);

const handledByName = new Set([
  ...["deals.name", "deals.name_key", "conversations.note", "conversations.reference"],
  ...["list_filters.search", "list_filters.list"],
]);

// These are texts of the person too, and exported in another way: notes with their conversations.
const exportedOtherwise = new Set([
  "conversations.note",
  "conversation_versions.note",
  "deals.name_key",
  "list_filters.search",
]);

const isIn = (columns: ReadonlySet<string>, { table, column }: TextColumn) =>
  columns.has(`${table}.${column}`);

// Whether a mention in this column is taken out column by column; the others are handled by name.
function isSwept(column: TextColumn): boolean {
  return !isIn(namesOfOthers, column) && !isIn(handledByName, column);
}

// As a text is written within JSON, where a quotation mark has a backslash before it.
function asJson({ names, emails, phones }: PersonMarks): PersonMarks {
  const written = (texts: Set<string>) =>
    new Set([...texts].map((text) => JSON.stringify(text).slice(1, -1)));
  return { names: written(names), emails: written(emails), phones };
}

/** By what a person is found in a text, and searched for in texts and in JSON, if the database can search for it. */
type Looked = {
  pattern: PersonFinder;
  searched: string | undefined;
  searchedInJson: string | undefined;
};

/** Undefined when there is nothing to look for. */
function patternsOf(marks: PersonMarks): Looked | undefined {
  const pattern = personFinder(marks);
  return pattern && { pattern, searched: searchPattern(marks), searchedInJson: searchPattern(asJson(marks)) };
}

const inColumn = ({ searched, searchedInJson }: Looked, { kind }: TextColumn) =>
  kind === "text" ? searched : searchedInJson;

async function placesIn(db: Database, looked: Looked, columns: readonly TextColumn[]): Promise<string[]> {
  const [{ table } = { table: "" }] = columns;
  const asked = columns.flatMap((column) => {
    const pattern = inColumn(looked, column);
    return pattern === undefined ? [] : [{ column, pattern }];
  });
  if (asked.length === columns.length) return listPlaces(db, table, asked);
  return listPlacesOf(db, table, { columns, may: (values) => maySay(values, looked.pattern) });
}

/**
 * Looks through every text while everybody goes on writing: where a person may be mentioned now, for those who look
 * once more with nobody writing, in the same transaction.
 */
async function findPlaces(db: Database, looked: Looked): Promise<Within> {
  const since = await oldestWriter(db);
  const columns = (await listTextColumns(db)).filter((column) => !isIn(namesOfOthers, column));
  const places = new Map<string, string[]>();
  for (const [table, ofTable] of groupBy(columns, ({ table }) => table))
    places.set(table, await placesIn(db, looked, ofTable));
  return { since, places };
}

/** By what a person is found, and where. */
export type Sought = { looked: Looked; within: Within };

/** Where a person may be mentioned, as `findPlaces` has it; undefined when there is nothing to look for. */
export async function seek(db: Database, marks: PersonMarks): Promise<Sought | undefined> {
  const looked = patternsOf(marks);
  return looked && { looked, within: await findPlaces(db, looked) };
}

/** The filters members left their lists with that say the person, read first: an address has its own writing. */
export async function filtersOf(db: Database, pattern: PersonFinder) {
  const kept = await db.select().from(listFilters);
  return kept.filter(({ search }) =>
    [...new URLSearchParams(search).values()].some((said) => mentions(said, pattern)),
  );
}

// A record of the person's own is looked at as it is once their own facts are out of it.
function leftOf(
  { table, column }: TextColumn,
  { row, value }: { row: Record<string, unknown>; value: unknown },
  { audited, merged, quarantined }: FoundPerson,
): unknown {
  const isThis = ({ id }: { id: number }) => id === row.id;
  if (table === "quarantined_entries") return quarantined.find(isThis)?.entry ?? value;
  if (table === "customer_merges") return merged.find(isThis)?.moved ?? value;
  if (table !== "audit_log" || (column !== "before" && column !== "after")) return value;
  const own = audited.find(isThis);
  return own ? own[column] : value;
}

/**
 * Every text a mention is taken out of column by column, with what is left of it.
 *
 * @param isErasing the person's own rows are blank by now, and what is found is locked; else own rows are passed
 * over, as their texts would go as such.
 */
export async function* sweepMentions(
  db: Database,
  { looked, within }: Sought,
  found: FoundPerson,
  { isErasing }: { isErasing: boolean },
) {
  for (const column of (await listTextColumns(db)).filter(isSwept)) {
    const except = isErasing ? undefined : isOwnRow(column.table, found);
    const how = { isLocking: isErasing, except, within };
    for (const match of await listMatches(db, column, inColumn(looked, column), how)) {
      const left = leftOf(column, match, found);
      const erased = jsonWithoutPerson(left, looked.pattern);
      if (JSON.stringify(erased) !== JSON.stringify(left)) yield { column, place: match.place, erased };
    }
  }
}

/** A text that says a person, and where it stands: which column of which row. */
export type Mention = { table: string; row: Record<string, unknown>; column: string; text: string };

/**
 * Every text, but for notes, that erasing a person would change because it says them: reasons, titles, guides,
 * names of deals and of files, filters, and what else any table holds. Of lists and records only the texts within
 * that do.
 */
export async function* listMentions(db: Database, { looked, within }: Sought): AsyncGenerator<Mention> {
  const { pattern } = looked;
  for (const column of await listTextColumns(db)) {
    if (isIn(namesOfOthers, column) || isIn(exportedOtherwise, column)) continue;
    for (const { row, value } of await listMatches(db, column, inColumn(looked, column), {
      ...{ isLocking: false, within },
    }))
      for (const text of textsOfPerson(value, pattern))
        yield { table: column.table, row, column: column.column, text };
  }
  for (const { search: text, ...row } of await filtersOf(db, pattern))
    yield { table: "list_filters", row, column: "search", text };
}

/** The conversations a version of whose note says the person. */
export async function listNoted(db: Database, { looked, within }: Sought): Promise<number[]> {
  const notes: TextColumn = {
    ...{ table: "conversation_versions", column: "note", kind: "text", key: ["conversation_id"] },
  };
  const found = await listMatches(db, notes, looked.searched, { isLocking: false, within });
  const said = found.filter(({ value }) => mentions(String(value), looked.pattern));
  return said.map(({ row }) => Number(row.conversation_id));
}
