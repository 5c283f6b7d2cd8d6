import { Mail, MessageSquare, Phone } from "lucide-react";
import { phoneAddress } from "@/lib/format/phone-address";

type ContactLinksProps = {
  customerId: number;
  /** The contact, where it is one of the customer's list. */
  contactId: number | null;
  /** Whom one reaches. */
  name: string;
  phone: string;
  email: string;
  /** As the words "Call" and "Mail", where the number and the address would take too much room. */
  isShort?: boolean;
};

const look =
  "touch-target relative z-10 inline-flex min-h-8 min-w-0 items-center gap-2 font-medium text-accent hover:underline";

/**
 * Opens the phone's or the computer's own apps to call, message or mail a contact. Who comes back is offered to
 * log it (components/log/contact-return.tsx, by these links' data).
 */
export function ContactLinks(props: ContactLinksProps) {
  const { customerId, contactId, name, phone, email, isShort = false } = props;
  const tel = phoneAddress(phone);
  const reaching = (how: "call" | "message" | "mail") => ({
    className: look,
    "data-reaches": how,
    "data-customer": customerId,
    "data-contact": contactId ?? undefined,
    "data-name": name,
  });
  return (
    <>
      {tel ? (
        <span className="flex min-w-0 flex-wrap gap-x-4">
          <a href={tel} {...reaching("call")}>
            <Phone aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
            <span className="truncate">
              {isShort ? "Call" : phone}
              {isShort ? <span className="sr-only"> {name}</span> : null}
            </span>
          </a>
          <a href={tel.replace(/^tel:/, "sms:").replace(/;ext=.*/, "")} {...reaching("message")}>
            <MessageSquare aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
            <span>
              Message<span className="sr-only"> {name}</span>
            </span>
          </a>
        </span>
      ) : null}
      {email ? (
        <a href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`} {...reaching("mail")}>
          <Mail aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
          <span className="truncate">
            {isShort ? "Mail" : email}
            {isShort ? <span className="sr-only"> {name}</span> : null}
          </span>
        </a>
      ) : null}
    </>
  );
}
