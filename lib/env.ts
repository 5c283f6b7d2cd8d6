import { isIP } from "node:net";
import { z } from "zod";
import { databaseUrlRule, isDatabaseUrl } from "@/db/database-url";
import { RuleError } from "@/lib/rule-error";

/** What the running app is told by its environment, checked. */
type Environment = {
  authSecret: string;
  /** The address people open, without a path. Unset: the one each request names. */
  authUrl: string | undefined;
  /** Addresses and networks (CIDR) of reverse proxies whose forwarded headers are believed. */
  trustedProxies: string[];
  /** The OpenID Connect issuer people may sign in at; unset: passwords only. */
  oidc: OidcSettings | undefined;
  /** The server that mail is handed to; unset: no mail is sent. */
  mail: MailSettings | undefined;
};

/** How this installation is known at an OpenID Connect issuer, and what the issuer is called on screen. */
export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string };

/**
 * How mail is sent, and as whom (`Pipelog <pipelog@example.com>`). Without `isSecure` the connection is
 * encrypted by STARTTLS where the server can; `mustEncrypt`: else nothing is sent.
 */
export type MailSettings = {
  host: string;
  port: number;
  isSecure: boolean;
  mustEncrypt: boolean;
  user: string | undefined;
  password: string | undefined;
  from: { name: string; address: string };
};

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

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** In the clear only on this very machine: what the issuer says of people is believed. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) && search + hash === "";
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== "" && /^\/?$/.test(pathname) && search + hash === "";
}

/** `Pipelog <pipelog@example.com>` or the address alone; undefined: neither. */
function readSender(text: string): MailSettings["from"] | undefined {
  const [, name = "", bracketed, bare] = /^(?:([^<>"]*?)\s*<([^<>\s]+)>|([^<>\s]+))$/.exec(text.trim()) ?? [];
  const address = bracketed ?? bare ?? "";
  return z.regexes.html5Email.test(address) ? { name: name.trim(), address } : undefined;
}

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65535;

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
    DATABASE_URL: z.string().refine(isDatabaseUrl, databaseUrlRule).optional(),
    OIDC_ISSUER: z
      .string()
      .refine(isIssuer, "OIDC_ISSUER must be the issuer's address, such as https://login.example.com.")
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().trim().max(40, "OIDC_NAME must have at most 40 characters.").optional(),
    SMTP_URL: z
      .string()
      .refine(isSmtpUrl, "SMTP_URL must look like smtp://user:password@mail.example.com:587, or smtps://….")
      .optional(),
    SMTP_HOST: z.string().trim().optional(),
    SMTP_PORT: z.string().refine(isPort, "SMTP_PORT must be a port number.").optional(),
    SMTP_USER: z.string().optional(),
    SMTP_PASSWORD: z.string().optional(),
    MAIL_FROM: z
      .string()
      .refine(
        (text) => readSender(text) !== undefined,
        "MAIL_FROM must be who mail comes from, such as Pipelog <pipelog@example.com>.",
      )
      .optional(),
    PGHOST: z.string().optional(),
    PGPORT: z.string().refine(isPort, "PGPORT must be a port number.").optional(),
  })
  .refine((env) => env.DATABASE_URL !== undefined || env.PGHOST !== undefined, {
    error: "No database is named: set DATABASE_URL, or start with `npm start`, which brings its own.",
    when: () => true,
  })
  .refine((env) => new Set(oidcVariables.map((name) => env[name] !== undefined)).size === 1, {
    error: `To sign in by OpenID Connect set all of ${oidcVariables.join(", ")}; to do without set none.`,
    when: () => true,
  })
  .refine((env) => env.SMTP_URL === undefined || env.SMTP_HOST === undefined, {
    error: "Set SMTP_URL or SMTP_HOST, not both.",
    when: () => true,
  })
  .refine(
    (env) => (env.SMTP_URL ?? env.SMTP_HOST) === undefined || (env.MAIL_FROM && env.AUTH_URL) !== undefined,
    {
      error:
        "To send mail set MAIL_FROM and AUTH_URL too: who it comes from, and the address its links lead to.",
      when: () => true,
    },
  );

const submission = 587;
const submissionSecure = 465;

function mailSettings(env: z.output<typeof schema>): MailSettings | undefined {
  const from = readSender(env.MAIL_FROM ?? "");
  const url = env.SMTP_URL === undefined ? undefined : new URL(env.SMTP_URL);
  const host = (url?.hostname ?? env.SMTP_HOST)?.replace(/^\[|\]$/g, "");
  if (!host || !from) return undefined;
  const given = url ? url.port : (env.SMTP_PORT ?? "");
  const port = Number(given) || (url?.protocol === "smtps:" ? submissionSecure : submission);
  const isSecure = url ? url.protocol === "smtps:" : port === submissionSecure;
  const user = (url ? decodeURIComponent(url.username) : env.SMTP_USER) || undefined;
  const password = (url ? decodeURIComponent(url.password) : env.SMTP_PASSWORD) || undefined;
  const mustEncrypt = user !== undefined && !isLoopback(host);
  return { host, port, isSecure, mustEncrypt, user, password, from };
}

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
    mail: mailSettings(read.data),
  };
}

let known: Environment | undefined;

/** The environment of this process, checked on first use. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}
