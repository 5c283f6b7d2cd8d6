import type { DeviceData } from "./device-data";
import { forgetData, getKept, keepData } from "./device-store";

const minute = 60_000;

/** What a device keeps is fetched anew when it is older than this and the app is opened or seen again. */
const goodFor = 10 * minute;

/**
 * Fetches what this member's device keeps for when there is no connection, unless it is fresh. Where nobody is
 * signed in any more, or only to read, what was kept is forgotten.
 */
export async function renewData(memberId: number, now: number): Promise<void> {
  const kept = await getKept(memberId);
  if (kept?.data && Math.abs(now - Date.parse(kept.data.heardAt)) < goodFor) return;
  const response = await fetch("/log/device-data", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key: kept?.key ?? null }),
  });
  if (response.status === 401 || response.status === 403) await forgetData(memberId);
  if (!response.ok) return;
  const { key, data }: { key: string; data: DeviceData } = await response.json();
  if (data.memberId === memberId) await keepData({ memberId, key, data });
}
