import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";

/**
 * What a deal is called: by its name, one without a name `Deal of 3 May 2026`.
 *
 * @param deal its `openedOn` is null where no conversation is on it any more.
 */
export function dealCalled(
  { name, openedOn }: { name: string | null; openedOn: LocalDate | null },
  formats: Pick<TeamFormats, "date">,
): string {
  return name ?? (openedOn === null ? "Deal without a name" : `Deal of ${formats.date(openedOn)}`);
}
