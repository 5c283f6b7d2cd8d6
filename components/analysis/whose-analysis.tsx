import { Notice } from "@/components/notice";

/** What the parts of the analysis count of one salesperson. */
export function WhoseAnalysis({ salesperson }: { salesperson: string }) {
  return (
    <Notice>
      The conversation table counts what {salesperson} held, whoever owns the deal. The funnel and time in
      stage count the deals {salesperson} owns.
    </Notice>
  );
}
