/** The request header by which proxy.ts tells the pages the path and query that were asked for. */
export const pathHeader = "x-pipelog-path";
