import type { Metadata } from "next";
import { NothingHere } from "@/components/nothing-here";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { AccountForm } from "@/components/profile/account-form";
import { PasswordForm } from "@/components/profile/password-form";
import { ProfileForm } from "@/components/profile/profile-form";
import { SessionList } from "@/components/profile/session-list";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { listChannels, listTopics } from "@/db/queries/log-choices";
import { getProfile, listIssuersOf } from "@/db/queries/profiles";
import { listSessions } from "@/db/queries/sessions";
import { currentSessionHash } from "@/lib/auth/current-session";
import { requireMember } from "@/lib/auth/require-member";
import { environment } from "@/lib/env";
import { browserName } from "@/lib/format/browser-name";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { inOneLine } from "@/lib/wording/in-one-line";
import { roleWords } from "@/lib/wording/role-words";

export const metadata: Metadata = { title: "Profile" };

const options = (rows: readonly { id: number; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }));

const chosen = (id: number | null) => (id === null ? "" : String(id));

/** One's own: name, look, keys and defaults, the password, and where one is signed in. */
export default async function ProfilePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team } = await requireMember();
  const { oidc } = environment();
  const [profile, sessions, thisOne, channels, topics, issuers] = await Promise.all([
    getProfile(db, member.id),
    listSessions(db, member.id, new Date()),
    currentSessionHash(),
    listChannels(db),
    listTopics(db),
    listIssuersOf(db, member.id),
  ]);
  const account = oneParam(await searchParams, "account");
  const isLinked = issuers.length > 0;
  if (!profile) return <NothingHere />;
  const formats = teamFormats(team);
  const moment = (at: Date) => dayAndTime(at, team.timeZone, formats);
  const { passwordHash, defaultChannelId, defaultTopicId, ...values } = profile;
  return (
    <>
      <PageHeader
        title="Profile"
        lead={inOneLine([profile.email, `${roleWords[member.role].name} of ${team.name}`])}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card>
          <ProfileForm
            profile={{
              ...values,
              defaultChannelId: chosen(defaultChannelId),
              defaultTopicId: chosen(defaultTopicId),
            }}
            channels={options(channels)}
            topics={options(topics)}
          />
        </Card>
        <div className="flex flex-col gap-4">
          <Card className="flex flex-col gap-3">
            <h2 className="font-semibold">Where you are signed in</h2>
            <SessionList
              memberId={member.id}
              sessions={sessions.map(({ tokenHash, userAgent, createdAt, lastSeenAt }) => ({
                key: tokenHash,
                browser: browserName(userAgent),
                facts: `Signed in on ${moment(createdAt)}, last seen ${moment(lastSeenAt)}`,
                isThis: tokenHash === thisOne,
              }))}
            />
          </Card>
          {oidc ? (
            <Card className="flex flex-col gap-3">
              <h2 className="font-semibold">{oidc.name}</h2>
              {account === "taken" ? (
                <Notice isAnswer kind="error">
                  That account was not linked: it belongs to somebody else of the team, or you have linked
                  another one there.
                </Notice>
              ) : null}
              {account === "ended" ? (
                <Notice isAnswer kind="error">
                  The account was not linked: you have signed in anew meanwhile. Link it again.
                </Notice>
              ) : null}
              {account === "linked" && isLinked ? (
                <Notice isAnswer kind="done">
                  Your account is linked.
                </Notice>
              ) : null}
              <AccountForm name={oidc.name} isLinked={isLinked} hasPassword={passwordHash !== null} />
            </Card>
          ) : null}
          {passwordHash && profile.email ? (
            <Card className="flex flex-col gap-3">
              <h2 className="font-semibold">Password</h2>
              <PasswordForm email={profile.email} />
            </Card>
          ) : null}
        </div>
      </div>
    </>
  );
}
