const steps: Record<string, readonly [column: number, card: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * The link of the card that an arrow leads to: the next one of the column, or the one at the same height in the
 * next column that has cards; null: there is none, or the key is no arrow.
 */
export function linkByArrow(board: HTMLElement, from: Element, key: string): HTMLElement | null {
  const step = steps[key];
  const card = from.closest<HTMLElement>("[data-card]");
  if (!step || !card) return null;
  const [along, down] = step;
  const columns = [...board.querySelectorAll("[data-column]")].map((column) =>
    [...column.querySelectorAll<HTMLElement>("[data-card]")].filter((each) => each.offsetParent !== null),
  );
  const filled = columns.filter((cards) => cards.length > 0);
  const column = filled.findIndex((cards) => cards.includes(card));
  const place = filled[column]?.indexOf(card) ?? 0;
  const cards = filled[column + along] ?? [];
  const next = cards[along === 0 ? place + down : Math.min(place, cards.length - 1)];
  return next?.querySelector<HTMLElement>("a") ?? null;
}
