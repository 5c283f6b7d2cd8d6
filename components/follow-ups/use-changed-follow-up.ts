"use client";

import { useRouter } from "next/navigation";
import { useContext, useEffect } from "react";
import { DueContext } from "@/components/shell/due-context";

/**
 * After a follow-up was changed in its place the navigation tells how many are due now.
 *
 * @param changed what the change answered; undefined: none was made yet.
 * @param refreshes the page around it shows the follow-up too, so it is fetched again.
 */
export function useChangedFollowUp(changed: { due: number } | undefined, refreshes: boolean): void {
  const { tellDue } = useContext(DueContext);
  const router = useRouter();

  useEffect(() => {
    if (!changed) return;
    tellDue(changed.due);
    if (refreshes) router.refresh();
  }, [changed, refreshes, tellDue, router]);
}
