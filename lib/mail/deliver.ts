import type { Database } from "@/db/client";
import { noteMail } from "@/db/queries/mail-status";
import { environment, type MailSettings } from "@/lib/env";
import { logger } from "@/lib/logger";
import type { Mail } from "./mail";
import { handToServer, MailRefusedError } from "./mail-server";
import { writeMail } from "./write-mail";

/** What came of a mail. `off`: this installation sends none. */
type Delivery = { kind: "sent" } | { kind: "failed"; reason: string } | { kind: "off" };

/**
 * Sends a mail, once what it tells of is committed. It never throws: what keeps it from being sent is logged
 * and noted for the admins, and the act it tells of stands.
 */
export async function deliver(
  db: Database,
  mail: Mail,
  settings: MailSettings | null = environment().mail ?? null,
): Promise<Delivery> {
  if (!settings) return { kind: "off" };
  try {
    await handToServer(settings, writeMail(mail));
    await noteMail(db, { sentAt: new Date() });
    return { kind: "sent" };
  } catch (error) {
    const reason = error instanceof MailRefusedError ? error.reason : "Something went wrong while sending.";
    logger.error(error instanceof MailRefusedError ? { reason } : { err: error }, "A mail was not sent");
    await noteMail(db, { failedAt: new Date(), failure: reason }).catch((err) =>
      logger.error({ err }, "That a mail was not sent could not be noted"),
    );
    return { kind: "failed", reason };
  }
}

const promptMs = 8_000;

/**
 * Sends a mail whose sender waits to hear whether it went out, but not for long. A server that is slow may
 * still take it.
 */
export async function deliverPromptly(db: Database, mail: Mail): Promise<Delivery> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Delivery>((resolve) => {
    const reason = "The mail server is slow to answer; the mail may still arrive.";
    timer = setTimeout(() => resolve({ kind: "failed", reason }), promptMs);
  });
  try {
    return await Promise.race([deliver(db, mail), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The address of a page of this app, for a mail: by AUTH_URL, never by what a request says of itself. */
type LinkTo = (path: `/${string}`) => string;

/**
 * Writes and sends a mail in the background, where this installation sends any; whoever caused it does not
 * wait for it, and it fails nothing. Nothing to say: nothing is sent.
 */
export function deliverLater(
  db: Database,
  compose: (linkTo: LinkTo) => Mail | undefined | Promise<Mail | undefined>,
): void {
  const { mail: settings, authUrl } = environment();
  if (!settings || !authUrl) return;
  const linkTo: LinkTo = (path) => new URL(path, authUrl).href;
  Promise.resolve()
    .then(() => compose(linkTo))
    .then((mail) => mail && deliver(db, mail, settings))
    .catch((err) => logger.error({ err }, "A mail could not be written"));
}
