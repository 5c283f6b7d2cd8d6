import type { ReactNode } from "react";
import { Card } from "@/components/tremor/card";

type EmptyStateProps = {
  title: string;
  /** What will appear here, and the one action that makes it appear. */
  children: ReactNode;
};

/** Shown where nothing is yet: it teaches instead of showing zeros. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <Card className="flex flex-col items-start gap-3 p-6 sm:p-8">
      <h2 className="font-semibold text-title tracking-tight">{title}</h2>
      <div className="flex max-w-2xl flex-col gap-3">{children}</div>
    </Card>
  );
}
