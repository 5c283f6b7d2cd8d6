/** The shortest password a member may choose, in characters. */
export const shortestPassword = 10;

/** The longest that is looked at, so that nobody can make the server hash a book. */
export const longestPassword = 200;
