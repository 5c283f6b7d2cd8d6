import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { plural } from "@/lib/format/plural";

/** Tells an admin that entries of removed members wait for a decision. */
export function QuarantineNotice({ entries }: { entries: number }) {
  return (
    <Notice kind="info">
      {entries} {plural(entries, "conversation", "conversations")} from the device of somebody who was removed{" "}
      {entries === 1 ? "waits" : "wait"} for your decision.{" "}
      <TextLink href="/settings/quarantine" className="underline">
        Decide
      </TextLink>
    </Notice>
  );
}
