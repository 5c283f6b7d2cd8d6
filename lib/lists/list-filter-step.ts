/** A visit of a list: what its address says, and from where one came. */
export type ListVisit = {
  /** The list's address: `/stages`. */
  path: string;
  /** The parameters of it that are remembered, `stage=3&sort=-amount`; "" when there are none. */
  kept: string;
  /** Whether the address has any parameter, also one that is not remembered. */
  hasParams: boolean;
  /** The page of this app one came from; null: none, the address was typed, bookmarked or opened elsewhere. */
  cameFrom: string | null;
  /** One came by a link of another site. */
  isFromElsewhere: boolean;
};

/**
 * What a visit of a list does to what is remembered of it. An address with parameters shows exactly those; they
 * are remembered when they were chosen in the app. The bare address restores what is remembered, except that on
 * the list itself it means that everything was cleared, and by a link of another site what whoever wrote it saw.
 */
export function listFilterStep(visit: ListVisit): "remember" | "forget" | "restore" | "leave" {
  const { path, kept, hasParams, cameFrom, isFromElsewhere } = visit;
  if (hasParams) {
    if (cameFrom === null) return "leave";
    if (kept !== "") return "remember";
    return cameFrom === path ? "forget" : "leave";
  }
  if (cameFrom === path) return "forget";
  return isFromElsewhere ? "leave" : "restore";
}
