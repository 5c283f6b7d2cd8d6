/** The id that a part of an address or a form's field names; undefined when it cannot be one. */
export function recordId(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** What is found by the id that a part of an address or a form's field names; undefined: it names none, or there is none. */
export async function recordAt<Found>(
  text: string | undefined,
  find: (id: number) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const id = recordId(text);
  return id === undefined ? undefined : find(id);
}
