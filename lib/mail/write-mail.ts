import type { Mail } from "./mail";

/** A mail as it is handed to the server. */
export type WrittenMail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/**
 * On one line and without control characters, so that a name can begin no header or line of its own. Of what cannot
 * be seen it keeps the two joiners that names and emoji are written with.
 */
function oneLine(text: string): string {
  return text
    .replace(/(?!\u200C|\u200D)\p{Cf}/gu, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

const body =
  "margin:0;padding:24px;background:#f7f7f9;color:#16161b;font:16px/24px system-ui,-apple-system,'Segoe UI',sans-serif";
const card =
  "max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e3e3e9;border-radius:8px";
const button =
  "display:inline-block;padding:10px 16px;background:#4f4ad9;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600";

function htmlOf({ subject, paragraphs, link, closing }: Mail): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
  const action = link
    ? `<p style="margin:0 0 16px"><a href="${escaped(link.href)}" style="${button}">${escaped(link.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#5c5c69;word-break:break-all">${escaped(link.href)}</p>`
    : "";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="${body}"><div style="${card}">
${paragraphs.map(paragraph).join("\n")}
${action}
${closing ? `<p style="margin:0;font-size:14px;color:#5c5c69">${escaped(closing)}</p>` : ""}
</div></body></html>
`;
}

/** Writes a mail as text and as simple HTML that say the same; whatever people typed stays text in both. */
export function writeMail(mail: Mail): WrittenMail {
  const said: Mail = {
    ...mail,
    subject: oneLine(mail.subject),
    paragraphs: mail.paragraphs.map(oneLine),
    closing: mail.closing && oneLine(mail.closing),
  };
  const { subject, paragraphs, link, closing } = said;
  const lines = [...paragraphs, ...(link ? [`${link.label}:\n${link.href}`] : []), closing ?? ""];
  return {
    to: { name: oneLine(mail.to.name), address: mail.to.address },
    subject,
    text: `${lines.filter(Boolean).join("\n\n")}\n`,
    html: htmlOf(said),
  };
}
