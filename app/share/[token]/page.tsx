import type { Metadata } from "next";
import { headers } from "next/headers";
import { userAgent } from "next/server";
import { Entrance } from "@/components/entrance";
import { LeadsNowhere } from "@/components/share/leads-nowhere";
import { SharedPage } from "@/components/share/shared-page";
import { UnlockForm } from "@/components/share/unlock-form";
import { WhileShared } from "@/components/share/while-shared";
import { Popovers } from "@/components/shell/popovers";
import { db } from "@/db/client";
import { countShareView } from "@/db/queries/share-links";
import { currentMember } from "@/lib/auth/current-member";
import { methodHeader } from "@/lib/auth/request-headers";
import { environment } from "@/lib/env";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { openShare } from "@/lib/shares/open-share";
import { readSharedView } from "@/lib/shares/read-shared-view";

type SharePageProps = { params: Promise<{ token: string }>; searchParams: Promise<SearchParams> };

/** What a chat shows of the link before anybody opens it: its title and the team's name. */
export async function generateMetadata({ params }: SharePageProps): Promise<Metadata> {
  const share = await openShare((await params).token);
  if (!share) return { title: "Not found" };
  const { title } = share.link;
  const siteName = share.team.name;
  return {
    title: { absolute: `${title} · ${siteName}` },
    description: null,
    robots: { index: false, follow: false },
    openGraph: { title, siteName, type: "website" },
  };
}

/**
 * Views are openings by others: the team's own do not count, nor do the programs that make previews or only look
 * whether it is there, nor turning to another page of the rows or back to the first, nor an open page that renews
 * itself: unlike an opening or an unlocking, that asks for no text.
 */
async function countView(linkId: number): Promise<void> {
  const sent = await headers();
  const asksForText = sent.get("accept")?.includes("text/") ?? false;
  const isRead = asksForText && sent.get(methodHeader) !== "HEAD" && !userAgent({ headers: sent }).isBot;
  if (isRead && !(await currentMember())) await countShareView(db, linkId, new Date());
}

/**
 * What a link shares, for whoever has it: exactly what was fixed when it was made. Of the address only the
 * token and the page of the rows are read.
 */
export default async function SharePage({ params, searchParams }: SharePageProps) {
  const { token } = await params;
  const share = await openShare(token);
  if (!share) return <LeadsNowhere />;
  if (share.isLocked) {
    return (
      <Entrance title={share.link.title} lead={`${share.team.name} shares this with a passphrase.`}>
        <UnlockForm token={token} />
      </Entrance>
    );
  }
  const asked = oneParam(await searchParams, "cursor");
  const page = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  if (asked === "") await countView(share.link.id);
  const shown = await readSharedView(db, share, { page, secret: environment().authSecret });
  const path = `/share/${token}`;
  return (
    <WhileShared askAt={`${path}/alive`} isLive={!shown.isFrozen}>
      <main className="px-4 pt-5 pb-12 sm:px-6 print:p-0">
        <div className="mx-auto flex max-w-[80rem] flex-col gap-4">
          <SharedPage {...share} shown={shown} path={path} />
        </div>
      </main>
      <Popovers />
    </WhileShared>
  );
}
