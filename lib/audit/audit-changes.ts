import type { AuditRow } from "@/db/queries/audit-entries";
import { codeInWords, fieldInWords, type Telling } from "./audit-field-words";
import { kindOfField } from "./audit-names";
import { type AuditChange, type AuditWords, textInWords } from "./audit-words";
import { dealChanges } from "./deal-entry";

type Kept = Record<string, unknown>;

/** Kept for the record and of no use to a reader. */
const unshown = new Set([
  "id",
  "version",
  "nameKey",
  "createdAt",
  "createdById",
  "importId",
  "customerId",
  "memberId",
  "madeById",
  "mergedIntoId",
  "currencyDigits",
  "isUsed",
  "conversationId",
  "invitation",
]);

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isRowList = (value: unknown): value is Kept[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isKept(row) && "name" in row);

const nothing = "nothing";
const isCalled = (field: string) => field === "name" || field === "title";
const isIdList = (value: readonly unknown[]) => value.every((item) => typeof item === "number");

function listText(value: readonly unknown[], field: string, telling: Telling): string {
  if (value.length === 0) return nothing;
  if (isIdList(value) && !kindOfField(field, telling.subject))
    return telling.words.formats.count(value.length);
  return value.map((item) => textOf(item, field, telling)).join(", ");
}

/** Of the facts in a value those there are: one that says nothing is left out. */
function factsText(value: Kept, telling: Telling): string {
  if (typeof value.name === "string") return value.name;
  const facts = Object.entries(value).flatMap(([field, inner]) => {
    const text = textOf(inner, field, telling);
    return text === nothing ? [] : [`${fieldInWords(field, [inner], telling)} ${text}`];
  });
  return facts.join(", ") || nothing;
}

function textOf(value: unknown, field: string, telling: Telling): string {
  const { subject, words } = telling;
  if (value === null || value === undefined || value === "") return nothing;
  const code = codeInWords(field, value, telling);
  if (code !== undefined) return code;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return listText(value, field, telling);
  if (isKept(value)) return factsText(value, telling);
  const kind = kindOfField(field, subject);
  if (kind && typeof value === "number") return words.names.of(kind, value) ?? "no longer there";
  return isCalled(field) ? String(value) : textInWords(String(value), words);
}

function ofFields(
  before: Kept | undefined,
  after: Kept | undefined,
  telling: Telling,
  of = "",
): AuditChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field) => {
    if (unshown.has(field)) return [];
    const [was, is] = [before, after].map((kept) =>
      kept && field in kept ? textOf(kept[field], field, telling) : null,
    );
    if (was === undefined || is === undefined || (was ?? nothing) === (is ?? nothing)) return [];
    const values = [before?.[field], after?.[field]];
    return [{ what: `${of}${fieldInWords(field, values, telling)}`, before: was, after: is }];
  });
}

/** Whether an act is about the order of a list: by others a row moves up or down only for one that comes or goes. */
const isAboutOrder = (act: string) => act.startsWith("order ") || act === "change stages";

const withoutPlace = ({ position, ...row }: Kept): Kept => row;

function ofRows(before: readonly Kept[], after: readonly Kept[], telling: Telling): AuditChange[] {
  const isSame = (one: Kept, other: Kept) =>
    one.id !== undefined && other.id !== undefined ? one.id === other.id : one.name === other.name;
  const gone = before.filter((was) => !after.some((is) => isSame(was, is)));
  const of = ({ name }: Kept) => `${textOf(name, "name", telling)}: `;
  return [
    ...after.flatMap((is) =>
      ofFields(
        before.find((was) => isSame(was, is)),
        is,
        telling,
        of(is),
      ),
    ),
    ...gone.flatMap((was) => ofFields(was, undefined, telling, of(was))),
  ];
}

/** Whether an act merged a channel or topic: its sentence tells the names of both. */
export const isLabelMerge = (act: string) => /^merge (channel|topic)$/.test(act);

/** What an entry of the audit log changed, field by field; fields that stayed are left out. */
export function auditChanges(
  entry: Pick<AuditRow, "act" | "subject" | "subjectId" | "before" | "after">,
  words: AuditWords,
): AuditChange[] {
  const { act, subject, before, after } = entry;
  const telling = { subject, words };
  if (subject === "deal") return dealChanges(entry, words);
  if (isRowList(before) || isRowList(after)) {
    const [were, are] = [before, after].map((rows) => {
      const list = isRowList(rows) ? rows : [];
      return isAboutOrder(act) ? list : list.map(withoutPlace);
    });
    return ofRows(were ?? [], are ?? [], telling);
  }
  if (isKept(before) || isKept(after)) {
    const changes = ofFields(isKept(before) ? before : undefined, isKept(after) ? after : undefined, telling);
    return isLabelMerge(act) ? changes.filter(({ what }) => what !== "name") : changes;
  }
  const [was, is] = [before, after].map((value) => (value == null ? null : textOf(value, "", telling)));
  return was == null && is == null ? [] : [{ what: "it", before: was ?? null, after: is ?? null }];
}

/** Of a list that an act changed in one place, fields that change in other rows as well. */
const followsSuit = new Set(["position", "version", "mergedIntoId"]);

/**
 * What an entry is about, before and after. Of a list it is the row that was added or dropped, else the one that
 * changed in itself: the others only move up or down.
 *
 * Example: a stage added before Won moves Won from place 5 to 6; the entry is about the new stage.
 */
export function auditPair(before: unknown, after: unknown): { before?: Kept; after?: Kept } {
  const [was, is] = [before, after].map((kept) => (Array.isArray(kept) ? kept : [kept]).filter(isKept));
  if (!Array.isArray(before) && !Array.isArray(after)) return { before: was?.[0], after: is?.[0] };
  const sameIn = (rows: readonly Kept[] | undefined, { id }: Kept) => rows?.find((row) => row.id === id);
  const differsIn = (row: Kept, isAsked: (field: string) => boolean) =>
    Object.entries(sameIn(is, row) ?? row).some(
      ([field, value]) =>
        field in row && isAsked(field) && JSON.stringify(value) !== JSON.stringify(row[field]),
    );
  const added = is?.find((row) => !sameIn(was, row));
  const row =
    added ??
    was?.find((one) => !sameIn(is, one)) ??
    was?.find((one) => differsIn(one, (field) => !followsSuit.has(field))) ??
    was?.find((one) => one.mergedIntoId === null && differsIn(one, (field) => field === "mergedIntoId")) ??
    was?.[0];
  return row ? { before: sameIn(was, row), after: sameIn(is, row) } : {};
}

/** How what an entry is about was called then: by its content. */
export function auditName(before: unknown, after: unknown): string | undefined {
  const pair = auditPair(before, after);
  for (const kept of [pair.before, pair.after]) {
    for (const field of ["name", "title"]) {
      const value = kept?.[field];
      if (typeof value === "string" && value !== "") return value;
    }
  }
  return undefined;
}
