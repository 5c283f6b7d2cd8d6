"use client";

import { useMemo, useState } from "react";
import { followUpDays } from "@/components/log/follow-up-days";
import { KeptNotice } from "@/components/log/kept-notice";
import { QuickLogForm } from "@/components/log/quick-log-form";
import { Notice } from "@/components/notice";
import type { DeviceData } from "@/lib/device/device-data";
import { asChoice, calendarOf, likelyAmong, nowIn } from "@/lib/device/find-on-device";
import { followUpDates } from "@/lib/log/follow-up-date";
import type { LogValues } from "@/lib/log/log-values";
import { pageAddress } from "@/lib/page-address";
import { askedStage } from "@/lib/stages/asked-stage";

/** The form as this device opens it: now, with what the address says. */
function valuesOf(
  { firstValues, timeZone, customers, choices }: DeviceData,
  asked: URLSearchParams,
): LogValues {
  const { date, time } = nowIn(timeZone);
  const customer = customers.find(({ id }) => String(id) === asked.get("customer"));
  const stage = askedStage(choices.stages, asked.get("stage") ?? "");
  return {
    ...firstValues,
    customer: customer?.name ?? "",
    customerId: customer ? String(customer.id) : "",
    shownCustomer: customer?.name ?? "",
    followsUp: asked.get("follows-up") ?? "",
    stage: stage ? String(stage.id) : "",
    note: asked.get("note") ?? "",
    date,
    time,
    followUpDates: followUpDates(date),
    shownDate: date,
    shownTime: time,
  };
}

/** Logs a conversation where nothing is reached: it waits on this device. */
export function OfflineLog({ data }: { data: DeviceData }) {
  const [address, setAddress] = useState(() =>
    location.pathname === "/log" ? location.search.slice(1) : "",
  );
  const [round, setRound] = useState(0);
  const [kept, setKept] = useState<string>();
  const [loggedId, setLoggedId] = useState<number>();
  const values = useMemo(() => valuesOf(data, new URLSearchParams(address)), [data, address]);
  const calendar = calendarOf(data);

  function another() {
    setKept(undefined);
    setAddress("");
    setRound(round + 1);
  }

  if (kept !== undefined) return <KeptNotice customer={kept} onAnother={another} />;
  return (
    <>
      {loggedId === undefined ? null : (
        <Notice kind="done">
          It is logged.{" "}
          <a href={pageAddress("/log", { logged: String(loggedId) })} className="font-medium text-accent">
            See what happened
          </a>
        </Notice>
      )}
      <QuickLogForm
        key={round}
        action={null}
        values={values}
        memberId={data.memberId}
        address={address}
        isLeaving={false}
        fixedCustomer={null}
        choices={data.choices}
        likely={likelyAmong(data).map((customer) => asChoice(customer, calendar))}
        context={null}
        currency={data.currency}
        followUpDates={followUpDates(calendar.today)}
        followUpDays={followUpDays(calendar.today, data)}
        ownHolder="Me"
        onLogged={(logged) => {
          if (logged.is === "waiting") setKept(logged.customer);
          else {
            setLoggedId(logged.id);
            another();
          }
        }}
      />
    </>
  );
}
