import type { ComponentProps, MouseEvent } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** What it started still runs: it takes no second press, and keeps the focus, which a disabled one would lose. */
  isPending?: boolean;
};

const takeNoPress = (event: MouseEvent) => event.preventDefault();

/** A button; it submits its form unless another `type` is given. */
export function Button({ variant, className, type = "submit", isPending, ...rest }: ButtonProps) {
  const pending = isPending ? { "aria-busy": true, "aria-disabled": true, onClick: takeNoPress } : {};
  return <button type={type} className={buttonClass(variant, className)} {...rest} {...pending} />;
}
