import type { Metadata } from "next";
import { OfflineApp } from "@/components/device/offline-app";
import { PageHeader } from "@/components/page-header";

export const metadata: Metadata = { title: "No connection" };

/** What the service worker shows where nothing is reached. It holds nothing of the team: that is on the device. */
export default function OfflinePage() {
  return (
    <main className="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 py-5">
      <PageHeader title="Pipelog" />
      <OfflineApp />
    </main>
  );
}
