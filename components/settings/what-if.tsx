import type { ReactNode } from "react";
import { Notice } from "@/components/notice";
import { Card } from "@/components/tremor/card";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { Foreseen } from "@/lib/stages/preview-stage-change";
import { type Shift, type Shifts, type WhatIfView, whatIfView } from "./what-if-view";

type WhatIfProps = {
  foreseen: Foreseen;
  formats: TeamFormats;
  /** What else is to be known before saving; not said of what cannot be. */
  note?: ReactNode;
  /** The button that saves, and the way out. */
  children: ReactNode;
};

const heading = "py-1.5 font-medium text-muted";

function Today({ shifts }: { shifts: readonly Shift[] }) {
  return (
    <table className="figures w-full max-w-lg text-label">
      <caption className="pb-1 text-left font-semibold text-body">Today, since the beginning</caption>
      <thead>
        <tr className="border-border border-b">
          <th scope="col" className={`${heading} pr-1.5 text-left sm:pr-3`}>
            Figure
          </th>
          <th scope="col" className={`${heading} pl-1.5 text-right sm:pl-3`}>
            Now
          </th>
          <th scope="col" className={`${heading} pl-1.5 text-right sm:pl-3`}>
            Then
          </th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ label, before, after }) => (
          <tr key={label} className="border-border border-b last:border-b-0">
            <th scope="row" className="py-1.5 pr-1.5 text-left font-normal sm:pr-3">
              {label}
            </th>
            <td className="py-1.5 pl-1.5 text-right sm:pl-3 text-muted">{before}</td>
            <td className="py-1.5 pl-1.5 text-right sm:pl-3 font-medium">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly Shifts[] }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <dl className="figures text-label">
        {rows.map(({ name, shifts }) => (
          <div key={name} className="border-border border-b py-1.5 last:border-b-0 sm:flex sm:gap-3">
            <dt className="sm:w-40 sm:shrink-0">{name}</dt>
            <dd className="flex flex-wrap gap-x-4 text-muted">
              {shifts.map(({ label, before, after }) => (
                <span key={label}>
                  {label} {before} → <span className="font-medium text-text">{after}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Moves({ view: { sentences, today, months, stages } }: { view: WhatIfView }) {
  return (
    <>
      <div className="flex flex-col gap-1">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {today.length > 0 ? (
        <div className="overflow-x-auto">
          <Today shifts={today} />
        </div>
      ) : null}
      {stages.length > 0 ? <Rows title="Stage by stage, today" rows={stages} /> : null}
      {months.length > 0 ? <Rows title="The past twelve months, each as of its end" rows={months} /> : null}
    </>
  );
}

/** What a change of the stages would move, before it is saved; or why it cannot be. */
export function WhatIf({ foreseen, formats, note, children }: WhatIfProps) {
  return (
    <Card className="flex max-w-3xl flex-col gap-5">
      <h3 className="sr-only">What would change</h3>
      {"refusal" in foreseen ? (
        <Notice kind="error">{foreseen.refusal}</Notice>
      ) : (
        <>
          <Moves view={whatIfView(foreseen.preview, formats)} />
          {note ? <p className="text-muted">{note}</p> : null}
        </>
      )}
      <div className="flex flex-wrap items-start gap-2">{children}</div>
    </Card>
  );
}
