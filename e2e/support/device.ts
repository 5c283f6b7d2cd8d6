import type { Page } from "@playwright/test";
import { expect } from "@/e2e/support/expect";

/** How many rows this device keeps: of entries that wait, and of members it knows. */
export async function keptOn(page: Page): Promise<{ outbox: number; kept: number; data: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("pipelog");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          if (!database.objectStoreNames.contains("outbox")) {
            database.close();
            indexedDB.deleteDatabase("pipelog");
            resolve({ outbox: 0, kept: 0, data: 0 });
            return;
          }
          const tx = database.transaction(["outbox", "kept"]);
          const outbox = tx.objectStore("outbox").count();
          const kept = tx.objectStore("kept").getAll();
          tx.oncomplete = () => {
            database.close();
            const rows = kept.result as { data: unknown }[];
            const data = rows.filter((row) => row.data !== null).length;
            resolve({ outbox: outbox.result, kept: rows.length, data });
          };
        };
      }),
  );
}

/** Waits until this device can do without a connection: its worker answers, its page and its data are there. */
export async function readyForOffline(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await expect.poll(() => page.evaluate(() => caches.match("/offline").then(Boolean))).toBe(true);
  await expect.poll(() => keptOn(page).then(({ data }) => data)).toBe(1);
}
