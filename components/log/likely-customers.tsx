"use client";

import type { CustomerChoice } from "@/lib/log/customer-said";
import { pageAddress } from "@/lib/page-address";
import { chipClass } from "./chip-class";

type LikelyCustomersProps = {
  customers: readonly CustomerChoice[];
  chosenId: string;
  onChoose: (choice: CustomerChoice) => void;
};

/**
 * Those one is likely to log for, one press away; without JavaScript links that open the form with them. They
 * stay once one is chosen, so that nothing moves under the thumb. One row on a phone, to be swiped.
 */
export function LikelyCustomers({ customers, chosenId, onChoose }: LikelyCustomersProps) {
  return (
    <ul
      aria-label="Due and recent customers"
      className="flex gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 sm:flex-wrap"
    >
      {customers.map((choice) => (
        <li key={choice.id} className="max-w-full shrink-0">
          <a
            href={pageAddress("/log", { customer: String(choice.id) })}
            aria-current={chosenId === String(choice.id) ? "true" : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onChoose(choice);
            }}
            onFocus={({ currentTarget }) =>
              currentTarget.scrollIntoView({ block: "nearest", inline: "nearest" })
            }
            className={`${chipClass} max-w-full aria-current:border-accent aria-current:bg-accent-soft aria-current:text-accent`}
          >
            <span className="truncate">{choice.name}</span>
            {choice.isDue ? <span className="shrink-0 font-normal text-label text-lost">due</span> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
