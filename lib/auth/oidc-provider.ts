import { customFetch } from "@auth/core";
import type { OIDCConfig } from "@auth/core/providers";
import type { OidcSettings } from "@/lib/env";

/** The name under which the sign-in library knows the issuer: part of the address the issuer leads back to. */
export const oidcProviderId = "oidc";

/** What an issuer says of the person who signs in: its own name of them, and maybe a verified e-mail. */
export type OidcClaims = { iss?: string; sub: string; email?: string; email_verified?: boolean };

const patience = 10_000;

/** The issuer as the sign-in library uses it: discovered, with PKCE, state and nonce. */
export function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings): OIDCConfig<OidcClaims> {
  return {
    id: oidcProviderId,
    name,
    type: "oidc",
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    profile: ({ sub }) => ({ id: sub }),
    [customFetch]: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(patience) }),
  };
}
