import { CircleCheck, Undo2 } from "lucide-react";
import { ButtonLink } from "@/components/button-link";
import { ChangeForm } from "@/components/conversations/change-form";
import { TextLink } from "@/components/text-link";
import { deleteConversationAction, undoChangeAction } from "@/lib/actions/conversations";
import { followUpAddress } from "@/lib/follow-ups/follow-up-address";
import { pageAddress } from "@/lib/page-address";

type LoggedNoticeProps = {
  id: number;
  version: number;
  customerId: number;
  customer: string;
  isTakenBack: boolean;
  mayCorrect: boolean;
  /** After a follow-up: the next one that waits. */
  next?: { conversationId: number; customer: string };
  /** What happened, in a sentence or two. */
  children: string;
};

/** After logging: what happened, and the next thing to do. */
export function LoggedNotice(props: LoggedNoticeProps) {
  const { id, version, customerId, customer, isTakenBack, mayCorrect, next, children } = props;
  const Icon = isTakenBack ? Undo2 : CircleCheck;
  return (
    <section
      aria-label="What happened"
      className="flex flex-col gap-4 rounded-box border border-border bg-surface p-5"
    >
      <p role="status" className="flex gap-3 text-title">
        <Icon
          aria-hidden="true"
          className={`mt-1 size-5 shrink-0 ${isTakenBack ? "text-muted" : "text-won"}`}
        />
        {children}
      </p>
      <div className="flex flex-wrap gap-2">
        {next ? (
          <ButtonLink href={followUpAddress(next.conversationId)} variant="primary" className="max-w-full">
            <span className="truncate">Next follow-up: {next.customer}</span>
          </ButtonLink>
        ) : null}
        <ButtonLink href="/log" variant={next ? "secondary" : "primary"}>
          Log another
        </ButtonLink>
        {mayCorrect ? (
          <ChangeForm
            action={isTakenBack ? undoChangeAction : deleteConversationAction}
            id={id}
            version={version}
            back="log"
          >
            {isTakenBack ? "Bring it back" : "Undo"}
          </ChangeForm>
        ) : null}
        {mayCorrect && !isTakenBack ? (
          <ButtonLink href={pageAddress(`/conversations/${id}/correct`)}>Correct</ButtonLink>
        ) : null}
        <ButtonLink href={pageAddress(`/conversations/${id}`)}>See it</ButtonLink>
      </div>
      <p>
        <TextLink href={`/customers/${customerId}`}>Everything about {customer}</TextLink>
      </p>
    </section>
  );
}
