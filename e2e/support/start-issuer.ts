import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Somebody who has an account at the issuer. */
type IssuerAccount = { subject: string; email: string; isEmailVerified: boolean };

export type RunningIssuer = {
  url: string;
  clientId: string;
  clientSecret: string;
  stop: () => Promise<void>;
};

type Granted = { asked: URLSearchParams; account: IssuerAccount };

const base64url = (value: string | Buffer) => Buffer.from(value).toString("base64url");
const escaped = (value: string) => value.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A real OpenID Connect provider for a test: discovery, the authorization code flow with PKCE, signed ID
 * tokens, keys and user info, on a free port. Its sign-in page has a button for each account and one to cancel.
 * It refuses what a strict provider would: another client, secret or address, a code used twice, a wrong verifier.
 */
export async function startIssuer(accounts: readonly IssuerAccount[]): Promise<RunningIssuer> {
  const client = { id: "pipelog", secret: randomBytes(16).toString("hex") };
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, Granted>();
  const accessTokens = new Map<string, IssuerAccount>();
  let url = "";

  const claimsOf = ({ subject, email, isEmailVerified }: IssuerAccount) => ({
    sub: subject,
    email,
    email_verified: isEmailVerified,
  });

  function signed(claims: object): string {
    const head = base64url(JSON.stringify({ alg: "RS256", typ: "JWT", kid: "test" }));
    const content = `${head}.${base64url(JSON.stringify(claims))}`;
    return `${content}.${createSign("RSA-SHA256").update(content).sign(privateKey).toString("base64url")}`;
  }

  function problemOf(asked: URLSearchParams): string | undefined {
    const wanted = { client_id: client.id, response_type: "code", code_challenge_method: "S256" };
    for (const [name, value] of Object.entries(wanted)) if (asked.get(name) !== value) return name;
    if (!asked.get("scope")?.split(" ").includes("openid")) return "scope";
    if (!asked.get("redirect_uri")?.endsWith("/api/auth/callback/oidc")) return "redirect_uri";
    return ["state", "nonce", "code_challenge"].find((name) => !asked.get(name));
  }

  function signInPage(asked: URLSearchParams): string {
    const fields = [...asked].map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    );
    const buttons = accounts.map(
      ({ subject, email }) => `<button name="account" value="${escaped(subject)}">${escaped(email)}</button>`,
    );
    return `<!doctype html><html lang="en"><title>Test issuer</title><h1>Sign in at the test issuer</h1>
      <form method="post" action="/authorize">${fields.join("")}${buttons.join("")}
      <button name="account" value="">Cancel</button></form></html>`;
  }

  function grant(asked: URLSearchParams): string {
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("state", asked.get("state") ?? "");
    const account = accounts.find(({ subject }) => subject === asked.get("account"));
    if (!account) back.searchParams.set("error", "access_denied");
    else {
      const code = randomBytes(16).toString("hex");
      codes.set(code, { asked, account });
      back.searchParams.set("code", code);
    }
    return back.href;
  }

  function tokens(request: IncomingMessage, form: URLSearchParams): object | undefined {
    const expected = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
    const code = form.get("code") ?? "";
    const granted = codes.get(code);
    codes.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isGood =
      request.headers.authorization === expected &&
      granted?.asked.get("redirect_uri") === form.get("redirect_uri") &&
      granted.asked.get("code_challenge") === challenge;
    if (!isGood) return undefined;
    const accessToken = randomBytes(16).toString("hex");
    accessTokens.set(accessToken, granted.account);
    const iat = Math.floor(Date.now() / 1000);
    const nonce = granted.asked.get("nonce");
    const claims = { iss: url, aud: client.id, iat, exp: iat + 300, nonce, ...claimsOf(granted.account) };
    return { access_token: accessToken, token_type: "Bearer", expires_in: 300, id_token: signed(claims) };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    const json = (value: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (pathname === "/.well-known/openid-configuration") {
      json({
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        userinfo_endpoint: `${url}/userinfo`,
        jwks_uri: `${url}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      });
    } else if (pathname === "/keys") {
      json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "test", alg: "RS256", use: "sig" }] });
    } else if (pathname === "/authorize") {
      const isSent = request.method === "POST";
      const asked = isSent ? new URLSearchParams(await text(request)) : searchParams;
      const problem = problemOf(asked);
      if (problem) json({ error: "invalid_request", error_description: problem }, 400);
      else if (isSent) response.writeHead(302, { location: grant(asked) }).end();
      else response.writeHead(200, { "content-type": "text/html" }).end(signInPage(asked));
    } else if (pathname === "/token") {
      const issued = tokens(request, new URLSearchParams(await text(request)));
      json(issued ?? { error: "invalid_grant" }, issued ? 200 : 400);
    } else if (pathname === "/userinfo") {
      const account = accessTokens.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
      json(account ? claimsOf(account) : { error: "invalid_token" }, account ? 200 : 401);
    } else json({ error: "not_found" }, 404);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    clientId: client.id,
    clientSecret: client.secret,
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
