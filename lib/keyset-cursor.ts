/** Where a page of a list ended, as an opaque text for its address. */
export function cursorText(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place an opaque text names, part by part, unchecked; undefined when it is none of ours. */
export function cursorPlace(text: string): unknown[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return Array.isArray(place) ? place : undefined;
  } catch {
    return undefined;
  }
}
