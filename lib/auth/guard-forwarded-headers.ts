import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { keepBelievedHeaders, networkList } from "./client-address";

/**
 * Clears every request that reaches this process of forwarded headers nobody vouches for, before the
 * framework sees it: the framework itself believes them, and no later step knows who the peer was.
 */
export function guardForwardedHeaders(trustedProxies: readonly string[]): void {
  const trusted = networkList(trustedProxies);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    keepBelievedHeaders(request.headers, request.socket.remoteAddress, trusted);
  });
}
