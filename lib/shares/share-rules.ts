import { longestPassword } from "@/lib/auth/password-length";
import { addDays, type LocalDate, localDateOf, startOfDay } from "@/lib/pipeline/local-date";
import { RuleError } from "@/lib/rule-error";
import { shortestPassphrase } from "./shortest-passphrase";

/** How long a link is good unless its maker says otherwise. */
export const shareDays = 30;

/** What is wrong with a passphrase ("": none is asked for); undefined: nothing. */
export function problemOfPassphrase(passphrase: string): string | undefined {
  if (passphrase !== "" && passphrase.length < shortestPassphrase)
    return `A passphrase has at least ${shortestPassphrase} characters.`;
  if (passphrase.length > longestPassword) return `A passphrase has at most ${longestPassword} characters.`;
  return undefined;
}

/** The moment a link ends that is good up to the end of a day; null: it has no end. */
export function endOfShare(lastDay: LocalDate | null, timeZone: string): Date | null {
  return lastDay === null ? null : startOfDay(addDays(lastDay, 1), timeZone);
}

/** The last day of a link that ends at that moment: endOfShare, the other way. */
export function lastDayOfShare(expiresAt: Date, timeZone: string): LocalDate {
  return localDateOf(new Date(expiresAt.getTime() - 1), timeZone);
}

/** The last day that is offered for a link: its own, null where it has none; of one that is over, that of a new one. */
export function offeredLastDay(
  expiresAt: Date | null,
  { now, today, timeZone }: { now: Date; today: LocalDate; timeZone: string },
): LocalDate | null {
  if (expiresAt === null) return null;
  return expiresAt <= now ? addDays(today, shareDays) : lastDayOfShare(expiresAt, timeZone);
}

/** What is wrong with a link's end, at the field of its last day; undefined: nothing. */
export function problemOfShareEnd(
  expiresAt: Date | null,
  { customersMasked, now }: { customersMasked: boolean; now: Date },
): RuleError | undefined {
  const at = (problem: string) => new RuleError(problem, { field: "until" });
  if (expiresAt === null)
    return customersMasked ? undefined : at("A link that shows customers' names needs a last day.");
  return expiresAt <= now ? at("The last day must be today or later.") : undefined;
}
