import { ChoiceCards } from "@/components/choice-cards";
import { outcomes } from "@/lib/pipeline/outcome";
import { outcomeWords } from "@/lib/wording/outcome-words";

const choices = outcomes.map((value) => ({
  value,
  label: outcomeWords[value].name,
  means: outcomeWords[value].means,
}));

type OutcomeFieldProps = { name: string; chosen: string; error?: string };

/** The choice of a stage's outcome, each with what it says of a deal. */
export function OutcomeField(props: OutcomeFieldProps) {
  return <ChoiceCards legend="What does it say of a deal?" choices={choices} {...props} />;
}
