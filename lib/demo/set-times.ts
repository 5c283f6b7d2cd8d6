import type { LogEntry } from "./log-entry";
import type { Random } from "./random";
import { weekday } from "./working-days";

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

// Signed late on the last days of the month: the sale belongs to this month, though in UTC it hardly does.
function signLate(random: Random, entries: readonly LogEntry[], today: string): void {
  const monthEnd = entries.filter(
    (entry) => entry.stage === "Won" && entry.amount && /-(28|29|30|31)$/.test(entry.on),
  );
  for (const entry of random.shuffled(monthEnd.filter(({ on }) => on < today)).slice(0, 6)) {
    entry.time = clock(random.between(23 * 60 + 12, 23 * 60 + 57));
    entry.how = "WhatsApp";
    entry.minutes = undefined;
  }
}

/**
 * Spreads each person's conversations over their working day, one after another. Today's and a few copied
 * from a paper diary keep no time.
 */
export function setTimes(random: Random, entries: readonly LogEntry[], today: string): void {
  signLate(random, entries, today);
  const days = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    if (entry.time || entry.on === today || random.chance(0.015)) continue;
    const key = `${entry.heldBy.name} ${entry.on}`;
    days.set(key, [...(days.get(key) ?? []), entry]);
  }
  for (const ofDay of days.values()) {
    const [start, end] =
      weekday(ofDay[0]?.on ?? today) === 6 ? [8 * 60, 12 * 60 + 30] : [7 * 60 + 25, 16 * 60 + 50];
    const slot = Math.floor((end - start) / ofDay.length);
    random.shuffled(ofDay).forEach((entry, index) => {
      entry.time = clock(start + slot * index + random.between(0, Math.max(0, slot - 12)));
    });
  }
}
