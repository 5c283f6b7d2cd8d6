import NextForm, { type FormProps } from "next/form";

/**
 * A form that leads to a page, which is fetched when the form is sent: nothing is fetched ahead, as by no link. Its
 * button is a `GoButton`.
 */
export function Form<RouteType>(props: FormProps<RouteType>) {
  return <NextForm prefetch={false} {...props} />;
}
