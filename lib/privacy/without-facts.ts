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
