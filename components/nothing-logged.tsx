import { Link } from "@/components/link";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import { EmptyState } from "./empty-state";

type NothingLoggedProps = {
  /** The view shows everybody's conversations up to today: there are none at all. */
  isEverything: boolean;
  /** The as-of day in words. */
  day: string;
  path: string;
  params: AddressParams;
};

const code = "block w-full overflow-x-auto rounded-control bg-track px-3 py-2 font-mono text-label";

/** What stands instead of figures when no sales conversation is there to be counted. */
export function NothingLogged({ isEverything, day, path, params }: NothingLoggedProps) {
  if (!isEverything) {
    return (
      <EmptyState title="No sales conversations up to then">
        <p className="text-muted">
          Nothing with a stage was logged up to {day} that this filter keeps. Choose a later day or everyone.
        </p>
        <Link
          href={pageAddress(path, { ...params, to: null, from: null, period: null, salesperson: null })}
          className="font-medium text-accent hover:underline"
        >
          Show everything up to today
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Your pipeline appears here">
      <p className="text-muted">
        Every figure is counted from the conversations your team logs. Bring in the ones you already have: two
        CSV files, imported on the machine Pipelog runs on.
      </p>
      <p>
        Your customers and since when you have them, columns <code>customer, opened_on</code>:
      </p>
      <code className={code}>npm run import -- customers customers.csv</code>
      <p>
        What was said, columns <code>customer, date, employee, stage, amount, about, how, note</code>:
      </p>
      <code className={code}>npm run import -- conversations conversations.csv</code>
      <p className="text-muted">
        Add <code>--dry-run</code> to see what would happen without changing anything. To use stages of your
        own, import them first: <code>npm run import -- stages stages.csv</code>.
      </p>
    </EmptyState>
  );
}
