import { channel } from "node:diagnostics_channel";

const nothingHere = channel("pipelog:nothing-here");

/**
 * Has the answer that is being made be a 404. `scripts/serve-app.mjs` listens: a page of Next has no other way to
 * say so than `notFound()`, whose page is empty until its JavaScript runs.
 */
export function sayNothingHere(): void {
  nothingHere.publish(undefined);
}
