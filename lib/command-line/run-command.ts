import { sql } from "@/db/client";
import { fileSentence } from "@/lib/file-error";
import { rootCause } from "@/lib/root-cause";
import { RuleError } from "@/lib/rule-error";
import { printable } from "./printable";

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function isUnreachable(error: unknown): error is Error {
  if (!(error instanceof Error && "code" in error)) return false;
  // A file may be missing too: only what was to be connected to is the database.
  if (error.code === "ENOENT") return "syscall" in error && error.syscall === "connect";
  return unreachable.includes(String(error.code));
}

const unreachable = [
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"],
  "CONNECT_TIMEOUT",
];

const isLost = "The connection to the database was lost";
const brokeOff = "The database broke this off";

const notBelieved = "The database's certificate is not believed";

/** A pooler's one code for whatever it refuses itself: an unknown database, a wrong password, too long a queue. */
const poolerRefusal = "08P01";

/** A parameter of DATABASE_URL that only other clients know is sent on to Postgres, which does not know it. */
const unknownParameter = "42704";

/** What an operator can mend in a database that answers, by the code that Postgres or its client gives it. */
const refusals: Record<string, string> = {
  "28000": "The database does not let this user in",
  "28P01": "The database does not let this user in",
  "3D000": "The database is not there",
  "42501": "The database does not allow its user what Pipelog needs",
  "25006": "The database can only be read",
  "53100": "The database has no room left",
  "53200": "The database has no memory left",
  "53300": "The database takes no more connections",
  [poolerRefusal]: "The database, or the pooler that leads to it, refused this",
  [unknownParameter]: "The database does not take a parameter of DATABASE_URL",
  DEPTH_ZERO_SELF_SIGNED_CERT: notBelieved,
  SELF_SIGNED_CERT_IN_CHAIN: notBelieved,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notBelieved,
  UNABLE_TO_GET_ISSUER_CERT: notBelieved,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notBelieved,
  CERT_NOT_YET_VALID: notBelieved,
  CERT_HAS_EXPIRED: notBelieved,
  ERR_TLS_CERT_ALTNAME_INVALID: notBelieved,
  "57P03": "The database takes no connections at the moment",
  "25P03": brokeOff,
  "55P03": brokeOff,
  "57014": brokeOff,
  "57P01": brokeOff,
  "57P02": brokeOff,
  ECONNRESET: isLost,
  CONNECTION_CLOSED: isLost,
};

function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  // One that ends a statement, not the connection, is Postgres's own: what we sent was no statement of its protocol.
  const isOfAStatement = "severity_local" in error && error.severity_local !== "FATAL";
  if (isOfAStatement && [poolerRefusal, unknownParameter].includes(String(error.code))) return undefined;
  return refusals[String(error.code)];
}

function sentenceOf(error: unknown, usage: string | undefined): string {
  if (error instanceof RuleError) return error.message;
  if (isUsageError(error))
    return [`${error.message.split(/\.(?:\s|$)/)[0]}.`, ...(usage ? [usage] : [])].join("\n");
  const cause = rootCause(error);
  if (isUnreachable(cause)) return `The database does not answer (${cause.message}).`;
  const refusal = refusalOf(cause);
  if (refusal && cause instanceof Error) return `${refusal} (${cause.message}).`;
  const aboutFile = fileSentence(cause);
  if (aboutFile) return aboutFile;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/**
 * Runs one command of the command line to its end and closes the database: a broken rule, a wrong option, a file or
 * a database that cannot be used is one sentence on standard error, anything else its full story; both with exit
 * status 1.
 *
 * @param command is given the arguments after the command's name.
 * @param usage how it is called: follows what is said of a wrong option, and is all that `--help` prints.
 */
export async function runCommand(command: (args: string[]) => Promise<void>, usage?: string): Promise<void> {
  const args = process.argv.slice(2);
  try {
    if (usage && args.includes("--help")) console.log(usage);
    else await command(args[0] === "--" ? args.slice(1) : args);
  } catch (error) {
    console.error(printable(sentenceOf(error, usage)));
    process.exitCode = 1;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
