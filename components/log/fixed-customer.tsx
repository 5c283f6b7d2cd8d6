import { TextLink } from "@/components/text-link";
import { customerAddress } from "@/lib/customers/customer-address";

type FixedCustomerProps = { id: number; name: string; error?: string };

/** The customer of a form that can be about no other; what is wrong with it is put right on its own page. */
export function FixedCustomer({ id, name, error }: FixedCustomerProps) {
  return (
    <div>
      <p className="font-medium">Customer</p>
      <p className="font-semibold text-title">{name}</p>
      {error ? (
        <p data-marked="" className="text-label text-lost">
          {error}{" "}
          <TextLink href={customerAddress(id)} className="font-medium text-accent underline">
            Open its page
          </TextLink>
        </p>
      ) : null}
      <input type="hidden" name="customer" value={name} />
      <input type="hidden" name="customerId" value={id} />
      <input type="hidden" name="shownCustomer" value={name} />
    </div>
  );
}
