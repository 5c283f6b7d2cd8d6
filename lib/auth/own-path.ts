const base = "http://own.invalid";

/**
 * A path of this app to go to, from an address anybody may have written: anything that leads elsewhere, to
 * the sign-in itself or to no page becomes `/`.
 */
export function ownPath(text: string | null | undefined): string {
  if (!text?.startsWith("/") || text.length > 2000 || !URL.canParse(text, base)) return "/";
  const url = new URL(text, base);
  const path = `${url.pathname}${url.search}`;
  if (url.origin !== base || path.startsWith("//")) return "/";
  if (/^\/(api|sign-in|set-up|_next)(?=[/?]|$)/.test(path)) return "/";
  return path;
}
