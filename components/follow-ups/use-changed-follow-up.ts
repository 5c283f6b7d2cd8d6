"use client";

import { useRouter } from "next/navigation";
import { useContext, useEffect } from "react";
import { DueContext } from "@/components/shell/due-provider";
import { useLast } from "@/components/use-last";

/**
 * After a follow-up was changed in its place the navigation tells how many are due now.
 *
 * @param changed what the change answered; undefined: none was made yet, or the last one was refused.
 * @param refreshes the page around it shows the follow-up too, so it is fetched again.
 * @returns what the last change that was made answered: one that is refused after it changes nothing of that.
 */
export function useChangedFollowUp<Changed extends { due: number }>(
  changed: Changed | undefined,
  refreshes: boolean,
): Changed | undefined {
  const { tellDue } = useContext(DueContext);
  const router = useRouter();
  const last = useLast(changed);

  useEffect(() => {
    if (!changed) return;
    tellDue(changed.due);
    if (refreshes) router.refresh();
  }, [changed, refreshes, tellDue, router]);

  return last;
}
