import { cleanName } from "@/lib/pipeline/clean-name";
import { longest } from "@/lib/pipeline/longest";
import { RuleError } from "@/lib/rule-error";

/** The name of a customer, contact, channel or topic as it is stored. @throws RuleError it is empty or too long. */
export function checkedName(name: string, of: string): string {
  const cleaned = cleanName(name);
  if (cleaned === "") throw new RuleError(`Write the ${of}'s name.`);
  if (cleaned.length > longest.name)
    throw new RuleError(`The ${of}'s name has at most ${longest.name} characters.`);
  return cleaned;
}
