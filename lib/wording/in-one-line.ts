const readsRightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A text that stays by itself within a line: a number after a name that reads from right to left stays behind it. */
function isolated(text: string): string {
  return readsRightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** Facts on one line, each by itself: those that are there, with a point between. */
export function inOneLine(facts: readonly (string | null | undefined | false)[]): string {
  return facts.flatMap((fact) => (fact ? [isolated(fact)] : [])).join(" · ");
}
