/**
 * What a stage says of a deal that stands in it. A qualification step the customer fails stays `open`;
 * several stages may be `won` or `lost` ("Lost on price", "Cancelled").
 */
export const outcomes = ["open", "won", "lost"] as const;

export type Outcome = (typeof outcomes)[number];
