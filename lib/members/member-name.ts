import { cleanName } from "@/lib/pipeline/clean-name";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";

/**
 * A member's name as it is stored.
 *
 * @param missing what is said where there is none.
 * @throws RuleError it is missing or too long; told at the form's field `name`.
 */
export function memberName(typed: string, missing: string): string {
  const name = cleanName(typed);
  if (name === "") throw new RuleError(missing, { field: "name" });
  if (name.length > longest.name)
    throw new RuleError(`A name has at most ${longest.name} characters.`, { field: "name" });
  return name;
}
