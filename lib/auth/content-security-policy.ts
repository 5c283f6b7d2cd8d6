/**
 * What a page may load and do: scripts with this request's nonce only, everything from here, in no frame.
 * Style attributes are allowed because charts and bars are placed by them.
 *
 * @param secure the page is served by https.
 * @param development the development server needs `eval` and its own styles.
 */
export function contentSecurityPolicy(
  nonce: string,
  { secure, development }: { secure: boolean; development: boolean },
): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [...rules, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; ");
}
