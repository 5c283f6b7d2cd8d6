import { EmptyState } from "@/components/empty-state";

type NoRowsProps = {
  search: string;
  /** The stage that the grid is narrowed to. */
  stage: string | undefined;
};

/** What stands instead of the grid's rows when none is at its stage or holds its search. */
export function NoRows({ search, stage }: NoRowsProps) {
  return (
    <EmptyState title="Nothing found">
      <p className="text-muted">
        {search
          ? `No row ${stage ? `at ${stage} ` : ""}contains “${search}”. Search for less${stage ? ", or at all stages" : ""}.`
          : `No customer’s last sales conversation is at ${stage}.`}
      </p>
    </EmptyState>
  );
}
