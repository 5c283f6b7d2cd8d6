/** The fields that `changed` gives another value than is stored; none: there is nothing to save or to tell of. */
export function changedFields<Changed extends object>(
  stored: Record<keyof Changed, unknown>,
  changed: Changed,
): (keyof Changed)[] {
  return (Object.keys(changed) as (keyof Changed)[]).filter((field) => changed[field] !== stored[field]);
}
