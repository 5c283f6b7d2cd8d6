import { Settings, Share2, UserRoundPen } from "lucide-react";
import type { ReactNode } from "react";
import { DeviceReset } from "@/components/device/device-reset";
import { DeviceSync } from "@/components/device/device-sync";
import { WaitingPill } from "@/components/device/waiting-pill";
import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { ContactReturn } from "@/components/log/contact-return";
import { OpenedByProvider } from "@/components/opened-by-provider";
import { DueProvider } from "@/components/shell/due-provider";
import { KeysUnreached } from "@/components/shell/keys-unreached";
import { MemberMenu } from "@/components/shell/member-menu";
import { Navigation } from "@/components/shell/navigation";
import { Popovers } from "@/components/shell/popovers";
import { ShellKeys } from "@/components/shell/shell-keys";
import { SignOutForm } from "@/components/shell/sign-out-form";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { countDue } from "@/lib/follow-ups/count-due";
import { mayAdminister, mayLog, mayShare } from "@/lib/pipeline/permissions";

const menuItem =
  "touch-target relative flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-left font-medium hover:bg-surface-hover";

/** The shell of the signed-in pages. It is not their gate: each page asks for the member itself. */
export default async function TeamLayout({ children }: { children: ReactNode }) {
  const { member, team, today } = await requireMember();
  const due = await countDue(db, { today, memberId: member.id });
  return (
    <DueProvider fetched={{ due }}>
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent-fill font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
      >
        Skip to content
      </a>
      <Navigation>
        <MemberMenu memberName={member.name} email={member.email} teamName={team.name}>
          <Link href="/profile" className={menuItem}>
            <UserRoundPen aria-hidden="true" className="size-4 text-muted" />
            Profile
            <LinkPending />
          </Link>
          {mayAdminister(member) ? (
            <Link href="/settings/pipeline" className={menuItem}>
              <Settings aria-hidden="true" className="size-4 text-muted" />
              Settings
              <LinkPending />
            </Link>
          ) : null}
          {mayShare(member) && !mayAdminister(member) ? (
            <Link href="/settings/shared-links" className={menuItem}>
              <Share2 aria-hidden="true" className="size-4 text-muted" />
              Shared links
              <LinkPending />
            </Link>
          ) : null}
          <SignOutForm memberId={member.id} className={menuItem} />
        </MemberMenu>
      </Navigation>
      <main
        id="content"
        tabIndex={-1}
        className="px-4 pt-5 pb-[calc(2.5rem+var(--bar-room))] outline-none [--bar-room:calc(3.5rem+env(safe-area-inset-bottom))] low:[--bar-room:0px] sm:pb-12 sm:[--bar-room:0px] sm:pl-[6.5rem] sm:pr-6 print:p-0"
      >
        <div className="mx-auto flex max-w-[80rem] flex-col gap-4">
          <OpenedByProvider memberId={member.id}>{children}</OpenedByProvider>
          <WaitingPill memberId={member.id} />
        </div>
      </main>
      <Popovers />
      {mayLog(member) ? (
        <>
          <DeviceSync memberId={member.id} />
          <ContactReturn memberId={member.id} />
        </>
      ) : (
        <DeviceReset />
      )}
      <KeysUnreached />
      <ShellKeys singleKeys={member.singleKeys} />
    </DueProvider>
  );
}
