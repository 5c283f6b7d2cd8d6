/**
 * What answers a form carries this: without JavaScript the page comes back whole, and opens at the first that
 * does. Never a control itself: React would focus that whenever it is put into the page, also while one types
 * elsewhere. With JavaScript the forms focus what is wrong themselves.
 */
export const opensHere = { tabIndex: -1, autoFocus: true } as const;
