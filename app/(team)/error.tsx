"use client";

import { PageFailed } from "@/components/page-failed";

type TeamErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Shown in the place of a page that fails; the navigation stays. */
export default function TeamError({ error, retry }: TeamErrorProps) {
  return <PageFailed error={error} retry={retry} />;
}
