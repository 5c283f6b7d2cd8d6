/** The shortest passphrase of a share link, in characters. */
export const shortestPassphrase = 8;
