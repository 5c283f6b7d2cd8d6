import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { DeviceCheck } from "@/components/device/device-check";
import { Entrance } from "@/components/entrance";
import { Notice } from "@/components/notice";
import { IssuerForm } from "@/components/sign-in/issuer-form";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { TextLink } from "@/components/text-link";
import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { currentMember } from "@/lib/auth/current-member";
import { ownPath } from "@/lib/auth/own-path";
import { environment } from "@/lib/env";
import { signInProblem } from "@/lib/wording/sign-in-problem";

export const metadata: Metadata = { title: "Sign in" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await searchParams;
  const next = ownPath(first(params.next));
  const isSentForm = (await headers()).has("content-type");
  if (!isSentForm && (await currentMember())) redirect(next as Route);
  const team = await getTeam(db);
  if (!team) redirect("/set-up");
  const { oidc } = environment();

  return (
    <Entrance title="Sign in" lead={`To the pipeline of ${team.name}.`}>
      {params.error ? (
        <div className="mb-4">
          <Notice kind="error">{signInProblem(first(params.error), oidc?.name)}</Notice>
        </div>
      ) : null}
      {params.password === "changed" ? (
        <div className="mb-4">
          <Notice kind="done">Your password is changed. Sign in with it.</Notice>
        </div>
      ) : null}
      <DeviceCheck />
      <SignInForm next={next} />
      {oidc ? <IssuerForm name={oidc.name} fields={{ next }} /> : null}
      <p className="mt-4">
        <TextLink href="/forgotten-password">Forgotten your password?</TextLink>
      </p>
    </Entrance>
  );
}
