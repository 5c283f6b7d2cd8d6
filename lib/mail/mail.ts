/** What is said to one person by mail; how it looks is write-mail.ts's. */
export type Mail = {
  to: { name: string; address: string };
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do, as a link. */
  link?: { label: string; href: string };
  /** After the link: what else there is to know. */
  closing?: string;
};
