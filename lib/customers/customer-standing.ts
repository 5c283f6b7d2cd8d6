/** Why a customer that was found is not among those one chooses from; "" if it is. */
export function customerStanding({
  isArchived,
  mergedInto,
}: {
  isArchived: boolean;
  /** The customer it is part of by a merge. */
  mergedInto: string | null;
}): string {
  if (mergedInto) return `now part of ${mergedInto}`;
  return isArchived ? "archived" : "";
}
