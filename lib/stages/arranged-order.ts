type Arranged = { id: number; isArchived: boolean };

const isSameSet = (ids: readonly number[], stages: readonly Arranged[]) =>
  ids.length === stages.length && stages.every(({ id }) => ids.includes(id));

/**
 * The ids of stages, channels or topics with one of them (`movedId`) moved a place up (-1) or down among those in use;
 * where it cannot go, as they are.
 */
export function movedOnce(list: readonly Arranged[], movedId: number, by: -1 | 1): number[] {
  const ids = list.map(({ id }) => id);
  const inUse = list.filter(({ isArchived }) => !isArchived).map(({ id }) => id);
  const neighbour = inUse[inUse.indexOf(movedId) + by];
  if (!inUse.includes(movedId) || neighbour === undefined) return ids;
  return ids.map((id) => (id === movedId ? neighbour : id === neighbour ? movedId : id));
}

/** Stages in an order that is being tried out: one that is no order of these very stages is not followed. */
export function inOrder<Stage extends Arranged>(stages: readonly Stage[], ids: readonly number[]): Stage[] {
  if (!isSameSet(ids, stages)) return [...stages];
  return stages.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The ids of a text such as `3,1,2`; none where it is no such text. */
export function readOrder(text: string): number[] {
  return /^\d{1,15}(,\d{1,15})*$/.test(text) ? text.split(",").map(Number) : [];
}

/**
 * The stages as they stand in an order that is being tried out and not saved.
 *
 * @param order what the address says of it, `3,1,2`; @param move one step from there, `3 up`.
 */
export function arrangedStages<Stage extends Arranged>(
  stages: readonly Stage[],
  { order, move }: { order: string; move: string },
): Stage[] {
  const arranged = inOrder(stages, readOrder(order));
  const [id, direction] = move.split(" ");
  if (direction !== "up" && direction !== "down") return arranged;
  return inOrder(stages, movedOnce(arranged, Number(id), direction === "up" ? -1 : 1));
}
