import { isIP } from "node:net";
import { z } from "zod";
import { RuleError } from "@/lib/rule-error";

/** What the running app is told by its environment, checked. */
export type Environment = {
  authSecret: string;
  /** The address people open, without a path. Unset: the one each request names. */
  authUrl: string | undefined;
  /** Addresses and networks (CIDR) of reverse proxies whose forwarded headers are believed. */
  trustedProxies: string[];
  /** The OpenID Connect issuer people may sign in at; unset: passwords only. */
  oidc: OidcSettings | undefined;
};

/** How this installation is known at an OpenID Connect issuer, and what the issuer is called on screen. */
export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string };

/** The environment is unusable; the message has one sentence a problem, each on its own line. */
export class EnvironmentError extends RuleError {
  override name = "EnvironmentError";
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === "/" && `${url.search}${url.hash}` === "";
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

/** In the clear only on this very machine: what the issuer says of people is believed. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return (protocol === "https:" || (protocol === "http:" && isLoopback)) && search + hash === "";
}

const noSecret =
  "AUTH_SECRET must be a random text of at least 32 characters; `openssl rand -base64 33` makes one.";

const oidcVariables = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const schema = z
  .object({
    AUTH_SECRET: z.string(noSecret).min(32, noSecret),
    AUTH_URL: z
      .string()
      .refine(
        isOrigin,
        "AUTH_URL must be the address people open, such as https://sales.example.com, no path.",
      )
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine(
        (networks) => networks.every(isNetwork),
        "TRUSTED_PROXIES must list addresses or networks, such as 127.0.0.1, 10.0.0.0/8.",
      )
      .default([]),
    DATABASE_URL: z
      .string()
      .refine(isDatabaseUrl, "DATABASE_URL must look like postgres://user:password@host:5432/database.")
      .optional(),
    OIDC_ISSUER: z
      .string()
      .refine(isIssuer, "OIDC_ISSUER must be the issuer's address, such as https://login.example.com.")
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().trim().max(40, "OIDC_NAME must have at most 40 characters.").optional(),
    PGHOST: z.string().optional(),
    PGPORT: z
      .string()
      .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, "PGPORT must be a port number.")
      .optional(),
  })
  .refine((env) => env.DATABASE_URL !== undefined || env.PGHOST !== undefined, {
    error: "No database is named: set DATABASE_URL, or start with `npm start`, which brings its own.",
    when: () => true,
  })
  .refine((env) => new Set(oidcVariables.map((name) => env[name] !== undefined)).size === 1, {
    error: `To sign in by OpenID Connect set all of ${oidcVariables.join(", ")}; to do without set none.`,
    when: () => true,
  });

function oidcSettings(env: z.output<typeof schema>): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME } = env;
  if (!issuer || !clientId || !clientSecret) return undefined;
  return { issuer, clientId, clientSecret, name: OIDC_NAME ?? new URL(issuer).hostname };
}

/**
 * Checks the environment of the app; an empty variable counts as not set.
 *
 * @throws EnvironmentError with one sentence for each problem.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(given);
  if (!read.success) {
    throw new EnvironmentError(read.error.issues.map((issue) => issue.message).join("\n"));
  }
  const { AUTH_SECRET, AUTH_URL, TRUSTED_PROXIES } = read.data;
  return {
    authSecret: AUTH_SECRET,
    authUrl: AUTH_URL,
    trustedProxies: TRUSTED_PROXIES,
    oidc: oidcSettings(read.data),
  };
}

let known: Environment | undefined;

/** The environment of this process, checked on first use. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}
