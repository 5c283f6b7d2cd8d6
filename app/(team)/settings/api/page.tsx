import type { Metadata } from "next";
import { AdminsOnly } from "@/components/settings/admins-only";
import { ApiExample } from "@/components/settings/api-example";
import { RevocableList } from "@/components/settings/revocable-list";
import { SectionHeading } from "@/components/settings/section-heading";
import { TokenForm } from "@/components/settings/token-form";
import { Card } from "@/components/tremor/card";
import { db } from "@/db/client";
import { listTokens } from "@/db/queries/tokens";
import { revokeTokenAction } from "@/lib/actions/tokens";
import { figureAnswers } from "@/lib/api/figure-answers";
import { ownOrigin } from "@/lib/auth/own-origin";
import { requireMember } from "@/lib/auth/require-member";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";
import { mayAdminister } from "@/lib/pipeline/permissions";

export const metadata: Metadata = { title: "API" };

/** The tokens by which other programs read the team's figures. */
export default async function ApiSettingsPage() {
  const { member, team } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  const [tokens, origin] = await Promise.all([listTokens(db), ownOrigin()]);
  const formats = teamFormats(team);
  const when = (at: Date) => dayAndTime(at, team.timeZone, formats);
  return (
    <>
      <SectionHeading
        title="API"
        lead="A token lets another program read the team’s figures, and nothing else. It is good until it is revoked or its maker is removed."
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Card>
            <TokenForm />
          </Card>
          <section aria-labelledby="tokens-heading" className="flex flex-col gap-2">
            <h3 id="tokens-heading" className="font-semibold">
              Tokens
            </h3>
            <RevocableList
              action={revokeTokenAction}
              field="tokenId"
              label="Tokens"
              empty="There is no token yet."
              items={tokens.map(({ id, name, madeBy, createdAt, lastUsedAt }) => ({
                id,
                title: name,
                facts: `Made by ${madeBy} on ${when(createdAt)}; ${lastUsedAt ? `last used ${when(lastUsedAt)}` : "never used"}`,
              }))}
            />
          </section>
        </div>
        <ApiExample address={`${origin}/api/v1`} figures={Object.keys(figureAnswers)} />
      </div>
    </>
  );
}
