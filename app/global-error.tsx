"use client";

import { PageFailed } from "@/components/page-failed";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Shown when even the frame of the pages fails. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Pipelog</title>
        <main>
          <PageFailed error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
