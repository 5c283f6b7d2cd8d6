"use client";

import { type ReactNode, useState } from "react";
import { Notice } from "@/components/notice";

type ArchivedNoticeProps = {
  isArchived: boolean;
  /** Since when it is, and what that means. */
  children: ReactNode;
};

/** Says that a customer is archived, and once it was restored here that it is. */
export function ArchivedNotice({ isArchived, children }: ArchivedNoticeProps) {
  const [wasArchived, setWasArchived] = useState(isArchived);
  if (isArchived && !wasArchived) setWasArchived(true);
  if (!isArchived && !wasArchived) return null;
  return <Notice kind={isArchived ? "info" : "done"}>{isArchived ? children : "Restored."}</Notice>;
}
