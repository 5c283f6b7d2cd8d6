/** What an operator is told of a DATABASE_URL that cannot be used; never its value, which holds a password. */
export const databaseUrlRule =
  "DATABASE_URL must look like postgres://user:password@host:5432/database, with what is special in a name or password percent-encoded (/ is %2F, @ is %40, % is %25).";

/** `postgres://u:p%2Fw@localhost/x` is one; `postgres://u:p/w@localhost/x`, a bare `%` and `mysql://x` are none. */
export function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, host } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && [username, password, host].every(isPercentEncoded);
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
