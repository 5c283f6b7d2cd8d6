"use client";

import { PageFailed } from "@/components/page-failed";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** Shown when a page outside the shell fails. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main>
      <PageFailed error={error} retry={retry} />
    </main>
  );
}
