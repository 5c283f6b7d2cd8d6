import type { LogChoices } from "./log-choices";
import type { LogValues } from "./log-values";

/** How and about what a member mostly talks, by their profile. */
type Usual = { defaultChannelId: number | null; defaultTopicId: number | null };

/** What a new form starts with by its member's profile; what is no longer offered is left out. */
export function usualValues(
  { defaultChannelId, defaultTopicId }: Usual,
  { channels, topics }: Pick<LogChoices, "channels" | "topics">,
): Pick<LogValues, "channel" | "topic"> {
  const offered = (rows: readonly { id: number }[], id: number | null) =>
    rows.some((row) => row.id === id) ? String(id) : "";
  return { channel: offered(channels, defaultChannelId), topic: offered(topics, defaultTopicId) };
}
