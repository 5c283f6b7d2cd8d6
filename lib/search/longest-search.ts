/** The longest search that is looked for, in characters; what is typed beyond is left out. */
export const longestSearch = 100;
