import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { DeviceCheck } from "@/components/device/device-check";
import { Entrance } from "@/components/entrance";
import { Notice } from "@/components/notice";
import { CookiesNeeded } from "@/components/sign-in/cookies-needed";
import { IssuerForm } from "@/components/sign-in/issuer-form";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { SignedInAsAnother } from "@/components/sign-in/signed-in-as-another";
import { TextLink } from "@/components/text-link";
import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { currentMember } from "@/lib/auth/current-member";
import { ownPath } from "@/lib/auth/own-path";
import { environment } from "@/lib/env";
import { oneParam, type SearchParams } from "@/lib/search-params";
import { signInProblem } from "@/lib/wording/sign-in-problem";

type SignInPageProps = { searchParams: Promise<SearchParams> };

/** Who is signed in already, and whether they are another than who was to sign in. */
async function readPresent(params: SearchParams) {
  const isSentForm = (await headers()).has("content-type");
  const present = isSentForm ? undefined : await currentMember();
  const wantedId = oneParam(params, "as");
  return { present, isAnother: present && wantedId !== "" && wantedId !== String(present.member.id) };
}

export async function generateMetadata({ searchParams }: SignInPageProps): Promise<Metadata> {
  const { isAnother } = await readPresent(await searchParams);
  return { title: isAnother ? "Nothing was logged" : "Sign in" };
}

/** Signing in, and why it did not work the last time; afterwards one is where one wanted to be. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const params = await searchParams;
  const next = ownPath(oneParam(params, "next"));
  const { present, isAnother } = await readPresent(params);
  if (present && isAnother) return <SignedInAsAnother name={present.member.name} next={next} />;
  if (present) redirect(next as Route);
  const team = await getTeam(db);
  if (!team) redirect("/set-up");
  const { oidc } = environment();
  const error = oneParam(params, "error");

  return (
    <Entrance title="Sign in" lead={`To the pipeline of ${team.name}.`}>
      {error ? (
        <div className="mb-4">
          <Notice kind="error">{signInProblem(error, oidc?.name)}</Notice>
        </div>
      ) : null}
      {oneParam(params, "password") === "changed" ? (
        <div className="mb-4">
          <Notice kind="done">Your password is changed. Sign in with it.</Notice>
        </div>
      ) : null}
      <CookiesNeeded />
      <DeviceCheck />
      <SignInForm next={next} />
      {oidc ? <IssuerForm name={oidc.name} fields={{ next }} /> : null}
      <p className="mt-4">
        <TextLink href="/forgotten-password">Forgotten your password?</TextLink>
      </p>
    </Entrance>
  );
}
