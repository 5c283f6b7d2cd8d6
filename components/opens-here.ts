/**
 * What answers a form carries this: without JavaScript the page comes back whole, and opens at the first that
 * does. Never a control itself: React would focus that whenever it is put into the page, also while one types
 * elsewhere. With JavaScript `useActionForm` brings it into sight.
 */
export const opensHere = { tabIndex: -1, autoFocus: true, "data-opens-here": true } as const;
