const words: ReadonlyMap<string, RegExp> = new Map([
  ["call", /phone|call|telephone/i],
  ["message", /message|sms|text|chat|whatsapp/i],
  ["mail", /mail/i],
]);

/** The team's channel for a call, a message or a mail, by its name; undefined: none is called so. */
export function channelReachedBy(
  how: string,
  channels: readonly { id: number; name: string }[],
): number | undefined {
  return channels.find(({ name }) => words.get(how)?.test(name))?.id;
}
