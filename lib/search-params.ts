/** The search parameters of a page as Next hands them over. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The one value of a parameter; of a repeated one the first, "" when it is absent. */
export function oneParam(params: SearchParams, name: string): string {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
}

/** The one value of each of these parameters. */
export function pickParams<Name extends string>(
  params: SearchParams,
  names: readonly Name[],
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, oneParam(params, name)])) as Record<Name, string>;
}
