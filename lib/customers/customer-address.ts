import type { Route } from "next";

/** The address of a customer's page. */
export function customerAddress(customerId: number): Route {
  return `/customers/${customerId}` as Route;
}
