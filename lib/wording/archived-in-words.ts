/** What is said beside the name of a stage that takes nothing new any more; "" of one in use. */
export function archivedInWords({ isArchived }: { isArchived: boolean }): string {
  return isArchived ? "archived" : "";
}
