import { environment } from "@/lib/env";

/** Whether a request that changes something comes from a page of this app: its origin is where it is asked. */
export function isOwnRequest({ headers }: Request): boolean {
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { authUrl } = environment();
  const hosts = [headers.get("host"), authUrl && new URL(authUrl).host];
  return hosts.includes(new URL(origin).host);
}
