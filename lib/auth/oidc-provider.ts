import { customFetch } from "@auth/core";
import type { OIDCConfig } from "@auth/core/providers";
import type { OidcSettings } from "@/lib/env";

/** The name under which the sign-in library knows the issuer: part of the address the issuer leads back to. */
export const oidcProviderId = "oidc";

const patience = 10_000;

/** The issuer as the sign-in library uses it: discovered, with PKCE, state and nonce. */
export function oidcProvider(settings: OidcSettings): OIDCConfig<{ sub: string }> {
  const { issuer, clientId, clientSecret, name } = settings;
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
