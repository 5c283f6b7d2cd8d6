import { Auth, createActionURL } from "@auth/core";
import { authConfig } from "@/lib/auth/auth-config";
import { oidcProviderId } from "@/lib/auth/oidc-provider";
import { environment } from "@/lib/env";

type Context = { params: Promise<{ auth: string[] }> };

/** What this app uses of the sign-in library over HTTP; signing out has an address of its own. */
const offered = ["callback", "csrf", "error", "signin"] as const;

/** Only the issuer leads back here: a password is checked by an action of ours, which asks the library itself. */
function isUsed(action: (typeof offered)[number], rest: readonly string[]): boolean {
  return action !== "callback" || (environment().oidc !== undefined && rest.join("/") === oidcProviderId);
}

async function answer(request: Request, { params }: Context): Promise<Response> {
  const [name, ...rest] = (await params).auth;
  const action = offered.find((one) => one === name);
  if (!action || !isUsed(action, rest)) return new Response(null, { status: 404 });

  const { headers } = request;
  const protocol = headers.get("x-forwarded-proto") ?? "http";
  const url = createActionURL(action, protocol, headers, process.env, authConfig());
  url.pathname = [url.pathname, ...rest].join("/");
  url.search = new URL(request.url).search;
  return Auth(new Request(url, request), authConfig());
}

export { answer as GET, answer as POST };
