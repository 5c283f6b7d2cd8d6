import { PenLine } from "lucide-react";
import { ButtonLink } from "@/components/button-link";
import { TickFollowUp } from "@/components/conversations/tick-follow-up";
import { ContactLinks } from "@/components/customers/contact-links";
import { NoteText } from "@/components/note-text";
import { TextLink } from "@/components/text-link";
import type { FollowUpRow as Row } from "@/db/queries/follow-ups";
import { customerAddress } from "@/lib/customers/customer-address";
import { followUpRowId } from "@/lib/follow-ups/follow-up-address";
import { lastSnoozeDay, snoozeDays } from "@/lib/follow-ups/snooze-choices";
import { daysAway } from "@/lib/format/days-away";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { type Actor, mayCorrect, mayLog } from "@/lib/pipeline/permissions";
import { inOneLine } from "@/lib/wording/in-one-line";
import { SnoozeFollowUp } from "./snooze-follow-up";

type FollowUpRowProps = {
  row: Row;
  today: LocalDate;
  formats: TeamFormats;
  actor: Actor;
  /** It is the one that a link led to. */
  isLedTo?: boolean;
  /** On the customer's own page its name is left out, and a tick fetches the page anew. */
  isOnCustomer?: boolean;
  /** Of the customer's name: one below the heading it stands under. */
  heading?: "h3" | "h4";
};

const actionLine = "gap-x-4 gap-y-1 self-end @2xl:justify-end";

/** One promise: to whom, what, by whom and by when, with what one does about it. */
export function FollowUpRow(props: FollowUpRowProps) {
  const { row, today, formats, actor, isLedTo = false, isOnCustomer = false } = props;
  const { heading: Heading = "h3" } = props;
  const { conversationId, version, customer, dueOn, remindOn, promisedOn, heldBy, withWhom, about } = row;
  const { stage, deal, snoozeId, snoozedBy, snoozeReason } = row;
  const due = formats.date(dueOn);
  const late = remindOn < today ? "text-lost" : remindOn === today ? "text-accent" : "text-muted";
  const mayChange = mayCorrect(actor, row);
  const snoozed =
    snoozeId === null ? "" : `Snoozed to ${formats.date(remindOn)} by ${snoozedBy}: ${snoozeReason}`;
  const isSoon = dueOn <= today;
  const snoozeText = (days: number, on: LocalDate) =>
    days === 1 && isSoon ? "Tomorrow" : days === 7 && isSoon ? "In a week" : formats.weekday(on);
  const facts = inOneLine([withWhom && `with ${withWhom}`, about, stage, deal]);
  const others = (
    <>
      <ContactLinks
        customerId={row.customerId}
        contactId={null}
        name={withWhom ?? customer}
        phone={row.phone ?? ""}
        email={row.email ?? ""}
        isShort
      />
      {mayLog(actor) ? (
        <ButtonLink
          href={pageAddress("/log", { "follows-up": String(conversationId) })}
          className="@max-2xl:ml-auto"
        >
          <PenLine aria-hidden="true" className="size-4 text-muted" strokeWidth={1.75} />
          Log<span className="sr-only"> the follow-up with {customer}</span>
        </ButtonLink>
      ) : null}
    </>
  );
  return (
    <li
      id={followUpRowId(conversationId)}
      aria-current={isLedTo || undefined}
      className="relative grid scroll-mt-4 break-inside-avoid aria-[current=true]:bg-accent-soft gap-x-6 gap-y-1 border-border border-t px-4 py-3 first:border-t-0 @2xl:grid-cols-[minmax(0,1fr)_auto]"
    >
      {isOnCustomer ? null : (
        <Heading className="min-w-0">
          <TextLink href={customerAddress(row.customerId)} className="font-semibold">
            {customer}
          </TextLink>
        </Heading>
      )}
      <p className={`figures flex gap-1.5 ${isOnCustomer ? "@2xl:col-span-2" : "@2xl:justify-end"}`}>
        <span className={`font-medium ${late}`}>{daysAway(remindOn, today)}</span>
        <span className="text-muted">{formats.date(remindOn)}</span>
      </p>
      <div className="flex min-w-0 flex-col gap-1">
        <NoteText note={row.note} className="line-clamp-3" />
        <p className="text-label text-muted">
          Promised by {heldBy} on {formats.date(promisedOn)}
          {remindOn === dueOn ? "" : ` for ${due}`}
          {facts ? ` · ${facts}` : ""}
          {row.isCorrected ? " · corrected" : ""}
        </p>
        {snoozeId !== null && !mayChange ? <p className="text-label">{snoozed}</p> : null}
      </div>
      {mayChange ? (
        <TickFollowUp
          conversationId={conversationId}
          version={version}
          label={`${customer}, due ${due}`}
          refreshes={isOnCustomer}
          className={`${actionLine} [&>button]:print:hidden`}
        >
          <SnoozeFollowUp
            key={`${snoozeId} ${remindOn}`}
            conversationId={conversationId}
            label={`${customer}, due ${due}`}
            reminder={{ snoozeId, remindOn, said: snoozed }}
            days={snoozeDays(dueOn, today).map(({ days, on }) => ({ on, text: snoozeText(days, on) }))}
            lastDay={lastSnoozeDay(dueOn, today)}
            refreshes={isOnCustomer}
          />
          {others}
        </TickFollowUp>
      ) : (
        <div className={`flex flex-wrap items-center ${actionLine}`}>{others}</div>
      )}
    </li>
  );
}
