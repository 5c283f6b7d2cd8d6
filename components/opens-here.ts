/**
 * What answers a form carries this: without JavaScript the page comes back whole, and opens at the first that
 * does. With JavaScript the forms focus what is wrong themselves.
 */
export const opensHere = { autoFocus: true } as const;
