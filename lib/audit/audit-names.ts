import type { Database } from "@/db/client";
import type { AuditRow } from "@/db/queries/audit-entries";
import { type DealName, listDealNames } from "@/db/queries/deal-names";
import { isNamedKind, listNames, type NamedKind } from "@/db/queries/names";

/** What the ids in entries of the audit log stand for, as it is called now; undefined: it is gone. */
export type AuditNames = {
  of: (kind: NamedKind, id: number) => string | undefined;
  deal: (id: number) => DealName | undefined;
};

/** What of an entry tells ids. */
export type Told = Pick<AuditRow, "subject" | "before" | "after">;

/** What the id in a field stands for; undefined: it is no id that has a name. */
export function kindOfField(field: string, subject: string): NamedKind | undefined {
  if (field === "stageId") return "stage";
  if (field === "defaultChannelId") return "channel";
  if (field === "defaultTopicId") return "topic";
  if (field === "salespersonId" || field === "memberId" || field === "otherThan") return "member";
  if (field !== "mergedIntoId") return undefined;
  if (subject === "stages") return "stage";
  return isNamedKind(subject) ? subject : undefined;
}

function collect(value: unknown, found: (field: string, id: number) => void, field = ""): void {
  if (typeof value === "number") found(field, value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) collect(inner, found, Array.isArray(value) ? field : key);
}

function dealIds({ subject, before, after }: Told): number[] {
  if (subject !== "deal") return [];
  return [before, after].flatMap((record) => {
    const { deals = [] } = (record ?? {}) as { deals?: { id: number }[] };
    return deals.map(({ id }) => id);
  });
}

/** Looks up what the ids in these entries are called, so that the log itself keeps no more names than it must. */
export async function readAuditNames(db: Database, entries: readonly Told[]): Promise<AuditNames> {
  const ids = new Map<NamedKind, number[]>();
  for (const { subject, before, after } of entries)
    collect([before, after], (field, id) => {
      const kind = kindOfField(field, subject);
      if (kind) ids.set(kind, [...(ids.get(kind) ?? []), id]);
    });
  const names = new Map<NamedKind, ReadonlyMap<number, string>>();
  for (const [kind, those] of ids) names.set(kind, await listNames(db, kind, those));
  const deals = await listDealNames(db, entries.flatMap(dealIds));
  const dealById = new Map(deals.map((deal) => [deal.id, deal]));
  return { of: (kind, id) => names.get(kind)?.get(id), deal: (id) => dealById.get(id) };
}
