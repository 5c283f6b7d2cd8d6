/** Tells apart what is called the same within one list: the second "Deal of 3 May" is "Deal of 3 May (2)". */
export function numbering(): (called: string) => string {
  const times = new Map<string, number>();
  return (called) => {
    const nth = (times.get(called) ?? 0) + 1;
    times.set(called, nth);
    return nth > 1 ? `${called} (${nth})` : called;
  };
}
