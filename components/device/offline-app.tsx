"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/notice";
import type { DeviceData } from "@/lib/device/device-data";
import { onDeviceChange } from "@/lib/device/device-store";
import { dataOnDevice } from "@/lib/device/find-on-device";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { dateFormat, timeFormat } from "@/lib/format/team-formats";
import { NothingKept } from "./nothing-kept";
import { OfflineCustomers } from "./offline-customers";
import { OfflineLog } from "./offline-log";
import { OfflineTalks } from "./offline-talks";
import { useSending } from "./use-sending";
import { useWaiting } from "./use-waiting";
import { WaitingList } from "./waiting-list";

const parts = { log: "New", customers: "Customers", talks: "Yours", waiting: "Waiting" } as const;

type Part = keyof typeof parts;

function partOf(pathname: string): Part {
  if (pathname === "/log/waiting") return "waiting";
  return pathname.startsWith("/customers") ? "customers" : "log";
}

/** What was asked for: this page is shown in its place, and where it was asked for itself the overview is meant. */
function askedFor({ pathname, search }: Location): string {
  return pathname === "/offline" ? "/" : `${pathname}${search}`;
}

/** When the server told what this device keeps: what was logged since is not in it. */
function AsOf({ data }: { data: DeviceData }) {
  const formats = { date: dateFormat(data.locale), time: timeFormat(data) };
  return <p className="text-muted">As of {dayAndTime(new Date(data.heardAt), data.timeZone, formats)}</p>;
}

/** What this device keeps, while nothing is reached: find a customer, read one's own conversations, log. */
export function OfflineApp() {
  const [data, setData] = useState<DeviceData | null>();
  const [part, setPart] = useState<Part>("log");
  const [isConnected, setIsConnected] = useState(false);
  const waiting = useWaiting(data?.memberId ?? 0);
  useSending({
    memberId: data?.memberId ?? null,
    isReportingIn: true,
    onSent: ({ states }) => {
      const reached = [...states.values()].filter((state) => state !== "unreachable");
      if (reached.length > 0) setIsConnected(true);
    },
  });

  useEffect(() => {
    setPart(partOf(location.pathname));
    const read = () =>
      dataOnDevice().then(
        (found) => setData(found ?? null),
        () => setData(null),
      );
    void read();
    return onDeviceChange(read);
  }, []);

  if (data === undefined) return null;
  return (
    <div className="flex flex-col gap-4">
      {isConnected ? (
        <Notice kind="done">
          There is a connection again. {/* A full load: this page only knows what is on the device. */}
          <a href={askedFor(location)} className="font-medium text-accent hover:underline">
            Open Pipelog
          </a>
        </Notice>
      ) : (
        <Notice>
          No connection.{" "}
          {data
            ? "What you log is kept on this device and sent by itself later."
            : "Pipelog opens by itself once there is one."}
        </Notice>
      )}
      {data ? (
        <>
          <nav aria-label="On this device" className="flex flex-wrap gap-x-5 border-border border-b">
            {Object.entries(parts).map(([name, label]) => (
              <button
                key={name}
                type="button"
                aria-pressed={part === name}
                onClick={() => setPart(name as Part)}
                className="touch-target min-h-10 border-transparent text-left pointer-coarse:min-w-11 border-b-2 forced-colors:border-b-0 font-medium text-muted hover:text-text aria-pressed:border-accent aria-pressed:text-text"
              >
                {label}
                {name === "waiting" && waiting?.length ? ` (${waiting.length})` : ""}
              </button>
            ))}
          </nav>
          <div hidden={part !== "log"}>
            <OfflineLog data={data} />
          </div>
          {part === "customers" || part === "talks" ? <AsOf data={data} /> : null}
          {part === "customers" ? <OfflineCustomers data={data} /> : null}
          {part === "talks" ? <OfflineTalks talks={data.recent} /> : null}
          {part === "waiting" ? <WaitingList memberId={data.memberId} team={data} /> : null}
        </>
      ) : (
        <NothingKept address={askedFor(location)} />
      )}
    </div>
  );
}
