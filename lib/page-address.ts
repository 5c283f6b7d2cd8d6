import type { Route } from "next";

/** What stands after the `?` of a page's address; undefined, null and "" are left out. */
export type AddressParams = Readonly<Record<string, string | null | undefined>>;

/** The address of a page with its parameters, in the order given. Example: `/stages?period=this-year&stage=3`. */
export function pageAddress(path: string, params: AddressParams = {}): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return (text ? `${path}?${text}` : path) as Route;
}
