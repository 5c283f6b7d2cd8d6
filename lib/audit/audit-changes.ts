/** Something that an entry of the audit log tells: what, before and after, as text; null = it was not there. */
export type AuditChange = { what: string; before: string | null; after: string | null };

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
]);

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isRowList = (value: unknown): value is Kept[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isKept(row) && "name" in row);

/** A field's name in words: `quietAfterDays` is "quiet after days". */
function inWords(field: string): string {
  return field.replace(/([a-z])([A-Z])/g, (_, one: string, two: string) => `${one} ${two.toLowerCase()}`);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(textOf).join(", ");
  if (isKept(value)) {
    if (typeof value.name === "string") return value.name;
    return Object.entries(value)
      .map(([field, inner]) => `${inWords(field)} ${textOf(inner)}`)
      .join(", ");
  }
  return String(value);
}

function ofFields(before: Kept | undefined, after: Kept | undefined, of = ""): AuditChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field) => {
    if (unshown.has(field)) return [];
    const [was, is] = [before, after].map((kept) => (kept && field in kept ? textOf(kept[field]) : null));
    if (was === undefined || is === undefined || was === is) return [];
    if ((was ?? "nothing") === (is ?? "nothing")) return [];
    return [{ what: `${of}${inWords(field)}`, before: was, after: is }];
  });
}

function ofRows(before: readonly Kept[], after: readonly Kept[]): AuditChange[] {
  const isSame = (one: Kept, other: Kept) =>
    one.id !== undefined && other.id !== undefined ? one.id === other.id : one.name === other.name;
  const gone = before.filter((was) => !after.some((is) => isSame(was, is)));
  return [
    ...after.flatMap((is) =>
      ofFields(
        before.find((was) => isSame(was, is)),
        is,
        `${textOf(is.name)}: `,
      ),
    ),
    ...gone.flatMap((was) => ofFields(was, undefined, `${textOf(was.name)}: `)),
  ];
}

/** What an entry of the audit log changed, field by field; fields that stayed are left out. */
export function auditChanges(before: unknown, after: unknown): AuditChange[] {
  if (isRowList(before) || isRowList(after))
    return ofRows(isRowList(before) ? before : [], isRowList(after) ? after : []);
  if (isKept(before) || isKept(after))
    return ofFields(isKept(before) ? before : undefined, isKept(after) ? after : undefined);
  if ((before ?? null) === null && (after ?? null) === null) return [];
  return [
    {
      what: "it",
      before: before === null || before === undefined ? null : textOf(before),
      after: after === null || after === undefined ? null : textOf(after),
    },
  ];
}

/** How what an entry is about was called then: by its content. */
export function auditName(before: unknown, after: unknown): string | undefined {
  for (const kept of [before, after]) {
    const [first] = Array.isArray(kept) ? kept : [kept];
    if (!isKept(first)) continue;
    for (const field of ["name", "title"]) {
      const value = first[field];
      if (typeof value === "string" && value !== "") return value;
    }
  }
  return undefined;
}
