import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import type { MailSettings } from "@/lib/env";
import type { WrittenMail } from "./write-mail";

/** The mail was not taken. `reason` is fit for a screen and for the log: it holds no address. */
export class MailRefusedError extends Error {
  override name = "MailRefusedError";

  constructor(readonly reason: string) {
    super(reason);
  }
}

const patience = 5_000;

function reasonOf(error: unknown): string {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message: string };
  const answer = responseCode ? ` (${responseCode})` : "";
  if (code === "EAUTH") return `The mail server refused the user name and password${answer}.`;
  if (code === "EENVELOPE") return `The mail server refused the sender or the address${answer}.`;
  if (code === "ETLS") return "No encrypted connection to the mail server was possible.";
  if (/certificate/i.test(message)) return "The certificate of the mail server is not to be trusted.";
  if (code === "EMESSAGE") return `The mail server refused the message${answer}.`;
  return responseCode ? `The mail server refused the mail${answer}.` : "The mail server did not answer.";
}

function transportTo({ host, port, isSecure, mustEncrypt, user, password }: MailSettings): Transporter {
  return createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: mustEncrypt,
    auth: user === undefined ? undefined : { user, pass: password ?? "" },
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: 2 * patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * Hands a mail to the server.
 *
 * @throws MailRefusedError the server did not take it, or the address is none.
 */
export async function handToServer(settings: MailSettings, mail: WrittenMail): Promise<void> {
  const { name, address } = mail.to;
  if (!z.regexes.html5Email.test(address)) throw new MailRefusedError("The address is no e-mail address.");
  const transport = transportTo(settings);
  try {
    await transport.sendMail({
      from: settings.from,
      to: { name, address },
      envelope: { from: settings.from.address, to: [address] },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } catch (error) {
    throw new MailRefusedError(reasonOf(error));
  } finally {
    transport.close();
  }
}
