import { Auth, createActionURL, raw, skipCSRFCheck } from "@auth/core";
import { cookies, headers } from "next/headers";
import { authConfig } from "./auth-config";
import { errandCookie } from "./errand-cookie";
import { oidcProviderId } from "./oidc-provider";

/** What one sets out for besides signing in: to accept the invitation of a token, or to link an account. */
type Errand = { invitation?: string; linkProof?: string };

/**
 * Prepares this browser to sign in at the issuer, called from a server action: keeps what the way back is
 * checked by in cookies.
 *
 * @param next the path of this app to be at afterwards.
 * @param errand the invitation to accept by it, or the proof of who links their account, if any.
 * @returns the issuer's address to go to; undefined when the issuer cannot be reached.
 */
export async function startOidc(next: string, errand: Errand): Promise<string | undefined> {
  const incoming = await headers();
  const protocol = incoming.get("x-forwarded-proto") ?? "http";
  const url = createActionURL("signin", protocol, incoming, process.env, authConfig());
  const request = new Request(`${url}/${oidcProviderId}`, {
    method: "POST",
    body: new URLSearchParams({ callbackUrl: next }),
  });
  const answer = await Auth(request, { ...authConfig(), raw, skipCSRFCheck });
  if (answer instanceof Response || !answer.redirect) return undefined;

  const jar = await cookies();
  for (const { name, value, options } of answer.cookies ?? []) jar.set(name, value, options);
  for (const [{ name, options }, value] of [
    [errandCookie("invitation"), errand.invitation],
    [errandCookie("link"), errand.linkProof],
  ] as const)
    jar.set(name, value ?? "", value === undefined ? { ...options, maxAge: 0 } : options);
  return answer.redirect;
}
