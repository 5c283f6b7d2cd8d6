import { type OutboxAnswered, type OutboxEntry, type OutboxSent, sentIdOf } from "./outbox-entry";

/** How sending went: answered, not signed in as that member, refused, or nothing was reached. */
export type SendState = "answered" | "signed out" | "refused" | "unreachable";

const longestWait = 20_000;

/** Sends entries of one member to the server, at most `mostEntries`, and nothing else: the device stays as it is. */
export async function postEntries(
  memberId: number,
  key: string | null,
  entries: readonly OutboxEntry[],
): Promise<OutboxAnswered | Exclude<SendState, "answered">> {
  const sent: OutboxSent = {
    memberId,
    key,
    sentAt: new Date().toISOString(),
    entries: entries.map((entry) => {
      const { recordedAt, heardAt, values } = entry;
      return { deviceId: sentIdOf(entry), recordedAt, heardAt, values };
    }),
  };
  try {
    const response = await fetch("/log/outbox", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(sent),
      signal: AbortSignal.timeout(longestWait),
    });
    if (response.ok) return (await response.json()) as OutboxAnswered;
    if (response.status === 401) return "signed out";
    return response.status < 500 ? "refused" : "unreachable";
  } catch {
    return "unreachable";
  }
}
