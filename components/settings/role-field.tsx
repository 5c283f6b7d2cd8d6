import { ChoiceCards } from "@/components/choice-cards";
import { type Role, roles } from "@/lib/pipeline/role";
import { roleWords } from "@/lib/wording/role-words";

type RoleFieldProps = {
  chosen: string | undefined;
  error?: string;
  /** What ends with each role, where something does. */
  ending?: Partial<Record<Role, string>>;
};

/** The choice of a role, each with what it may do. */
export function RoleField({ chosen, error, ending = {} }: RoleFieldProps) {
  const choices = roles.map((role: Role) => ({
    value: role,
    label: roleWords[role].name,
    means: [roleWords[role].may, ending[role]].filter(Boolean).join(" "),
  }));
  return <ChoiceCards legend="Role" name="role" choices={choices} chosen={chosen} error={error} />;
}
