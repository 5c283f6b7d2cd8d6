import { Mail, Phone } from "lucide-react";
import { phoneAddress } from "@/lib/format/phone-address";

type ContactLinksProps = {
  /** Whom one reaches. */
  name: string;
  phone: string;
  email: string;
  /** As the words "Call" and "Mail", where the number and the address would take too much room. */
  isShort?: boolean;
};

const look =
  "touch-target relative z-10 inline-flex min-h-8 min-w-0 items-center gap-2 font-medium text-accent hover:underline";

/** Opens the phone's or the computer's own apps to call or write to a contact. */
export function ContactLinks({ name, phone, email, isShort = false }: ContactLinksProps) {
  const tel = phoneAddress(phone);
  return (
    <>
      {tel ? (
        <a href={tel} className={look}>
          <Phone aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
          <span className="truncate">
            {isShort ? "Call" : phone}
            {isShort ? <span className="sr-only"> {name}</span> : null}
          </span>
        </a>
      ) : null}
      {email ? (
        <a href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`} className={look}>
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
