// What a block is in its article, and the list to choose another role from.
import type { Role } from '../../server/model.ts';
import { ROLES } from '../../server/text/roles.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';

interface RoleChoiceProps {
  block: number;
  chosen: Role;
  /** Tells a screen reader which block is meant, where no label stands beside it. */
  of?: string;
  /** Names the list beside it. */
  labelled?: boolean;
}

/** A list of all roles with the block's own chosen; choosing another sets it for everybody. */
export function RoleChoice({ block, chosen, of, labelled = false }: RoleChoiceProps) {
  const words = useWords();
  const deeds = useDeeds();
  const choice = (
    <select
      className="role-choice"
      value={chosen}
      aria-label={of === undefined ? words.cast.role : words.cast.roleOf(of)}
      title={words.cast.hint}
      onChange={(event) => void deeds.setRole(block, event.target.value as Role)}
    >
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {words.roles[one]}
        </option>
      ))}
    </select>
  );
  if (!labelled) return choice;
  return (
    <div className="role-field">
      <span aria-hidden="true">{words.cast.short}</span>
      {choice}
    </div>
  );
}
