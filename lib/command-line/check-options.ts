import type { z } from "zod";
import { RuleError } from "@/lib/rule-error";

/**
 * The options of a command, checked.
 *
 * @param flags the option's name on the command line for each field.
 * @throws RuleError naming every wrong option, each on its own line.
 */
export function checkOptions<Schema extends z.ZodType>(
  schema: Schema,
  given: Record<string, unknown>,
  flags: Record<string, string>,
): z.output<Schema> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const wrong = new Map<string, string>();
  for (const { path, message } of read.error.issues) {
    const flag = flags[String(path[0])] ?? String(path[0]);
    if (!wrong.has(flag)) wrong.set(flag, `${flag}: ${message}`);
  }
  throw new RuleError([...wrong.values()].join("\n"));
}
