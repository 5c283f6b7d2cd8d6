import { StageMark } from "@/components/stage-mark";
import type { DealStep } from "@/lib/customers/deal-paths";
import { markColor } from "@/lib/format/mark-color";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";

type DealPathProps = { steps: readonly DealStep[]; formats: TeamFormats };

const stageOf = ({ stageColor, outcome }: DealStep) => ({ color: stageColor, outcome });

function duration({ days, isCurrent, outcome, enteredOn }: DealStep, { count, date }: TeamFormats): string {
  if (isCurrent && outcome !== "open") return `on ${date(enteredOn)}`;
  const text =
    days === 0
      ? isCurrent
        ? "since today"
        : "under a day"
      : `${count(days)} ${plural(days, "day", "days")}`;
  return isCurrent && days > 0 ? `${text} so far` : text;
}

/** A deal's way through the stages: a strip as long as each stay was, and the same in words. */
export function DealPath({ steps, formats }: DealPathProps) {
  return (
    <>
      <div aria-hidden="true" className="flex h-2 gap-0.5 overflow-hidden rounded-full">
        {steps.map((step) => (
          <span
            key={step.number}
            className="min-w-2"
            style={{
              backgroundColor: markColor(stageOf(step)),
              flexGrow: step.isCurrent && step.outcome !== "open" ? 0 : Math.max(step.days, 1),
              flexBasis: step.isCurrent && step.outcome !== "open" ? "12px" : 0,
            }}
          />
        ))}
      </div>
      <ol aria-label="Path through the stages" className="flex flex-wrap gap-x-4 gap-y-1 text-label">
        {steps.map((step) => (
          <li key={step.number} className="flex items-center gap-1.5">
            <StageMark stage={stageOf(step)} />
            <span>
              <span className="font-medium">{step.stage}</span>{" "}
              <span className="figures text-muted">{duration(step, formats)}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
