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

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

const noSecret =
  "AUTH_SECRET must be a random text of at least 32 characters; `openssl rand -base64 33` makes one.";

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
    PGHOST: z.string().optional(),
    PGPORT: z
      .string()
      .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, "PGPORT must be a port number.")
      .optional(),
  })
  .refine((env) => env.DATABASE_URL !== undefined || env.PGHOST !== undefined, {
    error: "No database is named: set DATABASE_URL, or start with `npm start`, which brings its own.",
    when: () => true,
  });

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
  return { authSecret: AUTH_SECRET, authUrl: AUTH_URL, trustedProxies: TRUSTED_PROXIES };
}

let known: Environment | undefined;

/** The environment of this process, checked on first use. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}
