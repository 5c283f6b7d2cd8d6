import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as its server received it, decoded. */
type ReceivedMail = {
  /** Whom the envelope names, which is who gets it. */
  from: string;
  to: string[];
  /** Header lines by their name in small letters, unfolded and decoded. */
  headers: Record<string, string>;
  text: string;
  html: string;
};

export type SmtpInbox = {
  port: number;
  mails: ReceivedMail[];
  /** The first mail to that address with that in its subject; waits for it, and takes it out. */
  next: (to: string, subject: string) => Promise<ReceivedMail>;
  stop: () => Promise<void>;
};

const decoder = new TextDecoder();

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoder.decode(Buffer.from(bytes, "latin1"));
}

function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("utf8")
        : quotedPrintable(word.replaceAll("_", " ")),
    );
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const headers = lines.split("\r\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim())];
  });
  return { headers: Object.fromEntries(headers), body: raw.slice(end + 4) };
}

function partOf(body: string, boundary: string, type: string): string {
  for (const raw of body.split(`--${boundary}`)) {
    const part = split(raw.replace(/^\r\n/, ""));
    if (!part.headers["content-type"]?.startsWith(type)) continue;
    const encoding = part.headers["content-transfer-encoding"]?.toLowerCase();
    if (encoding === "base64") return Buffer.from(part.body, "base64").toString("utf8");
    return encoding === "quoted-printable" ? quotedPrintable(part.body) : part.body;
  }
  return "";
}

function received(raw: string, from: string, to: string[]): ReceivedMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers["content-type"] ?? "")?.[1] ?? "";
  return {
    from,
    to,
    headers,
    text: partOf(body, boundary, "text/plain"),
    html: partOf(body, boundary, "text/html"),
  };
}

/**
 * A real mail server on a free port of this machine that keeps what it receives.
 *
 * @param refuses addresses it takes no mail for.
 * @param login what must be signed in with; none: anybody may send.
 */
export async function startSmtpInbox({
  refuses = [],
  login,
}: {
  refuses?: readonly string[];
  login?: { user: string; password: string };
} = {}): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  const heard = new Set<() => void>();
  const server = new SMTPServer({
    hideSTARTTLS: true,
    disabledCommands: ["STARTTLS"],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth({ username, password }, _session, answer) {
      if (username === login?.user && password === login?.password) answer(null, { user: username });
      else answer(new Error("Wrong user name or password"));
    },
    onRcptTo({ address }, _session, answer) {
      answer(refuses.includes(address) ? new Error("No such mailbox") : undefined);
    },
    async onData(stream, { envelope }, answer) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      const to = envelope.rcptTo.map(({ address }) => address);
      mails.push(received(Buffer.concat(chunks).toString("utf8"), from, to));
      for (const wake of heard) wake();
      answer();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    async next(to, subject) {
      const until = Date.now() + 15_000;
      while (Date.now() < until) {
        const place = mails.findIndex(
          (mail) => mail.to.includes(to) && (mail.headers.subject ?? "").includes(subject),
        );
        const [mail] = place < 0 ? [] : mails.splice(place, 1);
        if (mail) return mail;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(done, until - Date.now());
          function done() {
            clearTimeout(timer);
            heard.delete(done);
            resolve();
          }
          heard.add(done);
        });
      }
      throw new Error(`No mail “${subject}” to ${to} came within 15 seconds.`);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
