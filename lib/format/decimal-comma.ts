/** Whether numbers of this locale are written with a decimal comma: de-DE does, en-US does not. */
export function hasDecimalComma(locale: string): boolean {
  return new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .some(({ type, value }) => type === "decimal" && value === ",");
}
