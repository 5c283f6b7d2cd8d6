import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { keepBelievedHeaders, networkList } from "./client-address";

/**
 * Clears every request that reaches this process of forwarded headers nobody vouches for, before the
 * framework sees it: the framework itself believes them, and no later step knows who the peer was.
 *
 * @param authUrl the address people open; unset: the one each request names.
 */
export function guardForwardedHeaders(trustedProxies: readonly string[], authUrl?: string): void {
  const trusted = networkList(trustedProxies);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    keepBelievedHeaders(request.headers, request.socket.remoteAddress, trusted);
    if (authUrl) nameOwnHost(request.headers, new URL(authUrl));
  });
}

/**
 * What a page at AUTH_URL sends was asked of AUTH_URL's host, whatever a proxy passed on, as nginx does with
 * `$host`, which has no port: the framework refuses a form whose origin is another host.
 */
function nameOwnHost(headers: IncomingHttpHeaders, { origin, host }: URL): void {
  if (headers.origin === origin) headers["x-forwarded-host"] = host;
}
