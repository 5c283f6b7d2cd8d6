/** What every answer says of itself, a page or not: no other site frames it, and it is what it is called. */
export const fixedHeaders = {
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;
