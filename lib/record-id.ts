/** The id that a part of an address or a form's field names; undefined when it cannot be one. */
export function recordId(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
