import type { Metadata } from "next";
import { AddStageForm } from "@/components/settings/add-stage-form";
import { AdminsOnly } from "@/components/settings/admins-only";
import { SectionHeading } from "@/components/settings/section-heading";
import { Card } from "@/components/tremor/card";
import { requireMember } from "@/lib/auth/require-member";
import { mayAdminister } from "@/lib/pipeline/permissions";

export const metadata: Metadata = { title: "Add a stage" };

/** A new stage of the pipeline. */
export default async function AddStagePage() {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return <AdminsOnly />;
  return (
    <>
      <SectionHeading
        title="Add a stage"
        lead="It is placed behind the last stage of its outcome; move it afterwards."
        back={{ href: "/settings/pipeline", label: "Pipeline" }}
      />
      <Card className="max-w-2xl">
        <AddStageForm />
      </Card>
    </>
  );
}
