import { type MergeRecord, readMergeRecord } from "@/lib/customers/merge-record";
import { roles } from "@/lib/pipeline/role";
import { erasedWord } from "./person-pattern";

/** Takes what the audit log keeps of a person's own rows out of its entries; that something was done stays. */
export function withoutFacts(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const facts = ["name", "nameKey", "email", "phone", "role"];
  const kept: readonly string[] = ["", ...roles];
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      facts.includes(key) && typeof item === "string" && !kept.includes(item) ? erasedWord : item,
    ]),
  );
}

/**
 * Takes what a merge kept of these contacts out of its record: where they were joined, its undoing fills in and
 * takes out nothing any more.
 */
export function mergeWithoutFacts(moved: unknown, contactIds: readonly number[]): MergeRecord {
  const record = readMergeRecord(moved);
  const nothing = { role: "", email: "", phone: "" };
  const joined = record.joined.map((pair) =>
    contactIds.includes(pair.id) || contactIds.includes(pair.intoId)
      ? { ...pair, before: { ...pair.before, ...nothing }, after: { ...pair.after, ...nothing } }
      : pair,
  );
  return { ...record, joined };
}
