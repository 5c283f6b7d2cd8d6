import { type AuthConfig, setEnvDefaults } from "@auth/core";
import {
  CredentialsSignin,
  InvalidCallbackUrl,
  InvalidCheck,
  InvalidProvider,
  JWTSessionError,
  MissingCSRF,
  OAuthCallbackError,
  UnknownAction,
} from "@auth/core/errors";
import Credentials from "@auth/core/providers/credentials";
import { db } from "@/db/client";
import { environment } from "@/lib/env";
import { logger } from "@/lib/logger";
import { RuleError } from "@/lib/rule-error";
import { browserKeyIn, userAgentIn } from "./browser-cookie";
import { checkCredentials } from "./check-credentials";
import { noticeSignIn } from "./notice-sign-in";
import { oidcProvider } from "./oidc-provider";
import { admitFromIssuer } from "./oidc-sign-in";
import { readSession, sessionDays, startSession } from "./session";
import { sessionCookie } from "./session-cookie";
import { SignInBusy, WaitBeforeSignIn } from "./sign-in-refusals";

const credentials = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(given, request) {
    const { headers } = request;
    const attempt = {
      email: String(given.email ?? ""),
      password: String(given.password ?? ""),
      address: headers.get("x-forwarded-for") ?? undefined,
    };
    const now = new Date();
    const checked = await checkCredentials(db, environment().authSecret, attempt, now);
    if (checked.kind === "wait") throw new WaitBeforeSignIn(checked.seconds);
    if (checked.kind === "busy") throw new SignInBusy();
    if (checked.kind === "wrong") throw new CredentialsSignin();
    const { id, name, email, passwordHash } = checked;
    const userAgent = userAgentIn(headers);
    await noticeSignIn(db, { memberId: id, key: browserKeyIn(headers), userAgent, now });
    return { id: String(id), name, email, userAgent, passwordHash };
  },
});

/** What anybody can bring about by asking wrongly: answered, not logged. */
const askersFault = [
  CredentialsSignin,
  InvalidCallbackUrl,
  InvalidCheck,
  InvalidProvider,
  JWTSessionError,
  MissingCSRF,
  OAuthCallbackError,
  UnknownAction,
];

function makeConfig(): AuthConfig {
  const { oidc } = environment();
  const config: AuthConfig = {
    basePath: "/api/auth",
    secret: environment().authSecret,
    trustHost: true,
    providers: [credentials, ...(oidc ? [oidcProvider(oidc)] : [])],
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
    callbacks: {
      signIn: ({ user, account, profile }) =>
        account?.type === "oidc" && profile ? admitFromIssuer(user, profile) : true,
      jwt: ({ token, user }) => ({
        ...token,
        ...(user && "userAgent" in user ? { userAgent: user.userAgent } : {}),
        // Who comes from the issuer gave none.
        ...(user && "passwordHash" in user ? { passwordHash: user.passwordHash } : {}),
      }),
    },
    jwt: {
      async encode({ token }) {
        if (typeof token?.sessionToken === "string") return token.sessionToken;
        const userAgent = typeof token?.userAgent === "string" ? token.userAgent : null;
        const passwordHash = typeof token?.passwordHash === "string" ? token.passwordHash : undefined;
        const asked = { memberId: Number(token?.sub), userAgent, passwordHash, now: new Date() };
        return startSession(db, asked).catch((error: unknown) => {
          throw error instanceof RuleError ? new CredentialsSignin() : error;
        });
      },
      async decode({ token }) {
        const session = token ? await readSession(db, token, new Date()) : undefined;
        if (!session) return null;
        const { id, name, email } = session.member;
        return { sub: String(id), name, email, sessionToken: token };
      },
    },
    logger: {
      error(error) {
        if (askersFault.some((kind) => error instanceof kind)) return;
        logger.error({ err: error }, "Signing in failed");
      },
    },
  };
  setEnvDefaults(process.env, config, true);
  return config;
}

let made: AuthConfig | undefined;

/** How signing in works: the sign-in library's configuration, made on first use. */
export function authConfig(): AuthConfig {
  made ??= makeConfig();
  return made;
}
