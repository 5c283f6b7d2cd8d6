/** A name of that kind which nothing else in the database has. */
export function newName(kind: string): string {
  return `${kind} ${crypto.randomUUID().slice(0, 8)}`;
}
