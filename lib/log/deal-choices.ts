const mostClosed = 50;

/**
 * The deals one chooses from, in their order: the open ones, those that are kept whatever they are, and of the
 * closed ones the first fifty. A customer with a thousand of them has the others on its page.
 */
export function dealChoices<Deal extends { id: number; isOpen: boolean }>(
  deals: readonly Deal[],
  kept: readonly (number | null | undefined)[],
): Deal[] {
  const closed = new Set(deals.filter(({ isOpen }) => !isOpen).slice(0, mostClosed));
  return deals.filter((deal) => deal.isOpen || closed.has(deal) || kept.includes(deal.id));
}
