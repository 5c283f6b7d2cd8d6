"use client";

import { useId, useRef } from "react";
import { FieldError } from "@/components/field-error";
import { StageMark } from "@/components/stage-mark";
import type { LogStage } from "@/db/queries/log-choices";
import { chipClass, chipInputClass } from "./chip-class";

type StageChipsProps = {
  stages: readonly LogStage[];
  /** The chosen stage's id as text, "" for none. */
  chosen: string;
  /** The one the form began with, which may be archived or merged since. */
  said: string;
  error?: string;
  onChoose: (stage: string) => void;
  /** A stage was chosen by a press, not by the keyboard's arrows. */
  onPressed: () => void;
};

/** The stages as radio buttons with their marks; "No stage" for a conversation that is not about a sale. */
export function StageChips({ stages, chosen, said, error, onChoose, onPressed }: StageChipsProps) {
  const id = useId();
  const isPressed = useRef(false);
  const guide = stages.find((stage) => String(stage.id) === chosen)?.guide;
  const isOffered = (id: string) => id === "" || stages.some((stage) => String(stage.id) === id);
  const gone = [chosen, said].find((id) => !isOffered(id));

  function choose(stage: string) {
    onChoose(stage);
    if (isPressed.current) onPressed();
    isPressed.current = false;
  }

  const radio = (value: string) => ({
    type: "radio",
    name: "stage",
    value,
    defaultChecked: chosen === value,
    onChange: () => choose(value),
    "aria-invalid": error ? true : undefined,
    className: chipInputClass,
  });
  return (
    <fieldset
      className="flex flex-col gap-2"
      aria-describedby={error ? `${id}-error` : guide ? `${id}-guide` : undefined}
      onPointerDown={() => {
        isPressed.current = true;
      }}
      onKeyDown={() => {
        isPressed.current = false;
      }}
    >
      <legend className="mb-1 font-medium">Stage</legend>
      <div className="flex flex-wrap gap-2">
        {stages.map((stage) => (
          <label key={stage.id} className={chipClass}>
            <input {...radio(String(stage.id))} data-outcome={stage.outcome} />
            <StageMark stage={stage} />
            {stage.name}
          </label>
        ))}
        {gone === undefined ? null : (
          <label className={chipClass}>
            <input {...radio(gone)} data-outcome="" />
            The stage chosen before
          </label>
        )}
        <label className={chipClass}>
          <input {...radio("")} />
          No stage
        </label>
      </div>
      {guide ? (
        <p id={`${id}-guide`} className="text-label text-muted">
          {guide}
        </p>
      ) : null}
      <FieldError of={id}>{error}</FieldError>
    </fieldset>
  );
}
