/** The request header by which proxy.ts tells the pages the path and query that were asked for. */
export const pathHeader = "x-pipelog-path";

/** The request header by which proxy.ts tells the pages how they were asked for: a page made for HEAD nobody reads. */
export const methodHeader = "x-pipelog-method";
