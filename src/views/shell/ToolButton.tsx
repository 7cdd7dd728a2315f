import type { ComponentProps } from 'react';

import type { CommandId } from './commands/table.ts';
import { useKeyHint } from './commands/use-key-hint.ts';
import { Icon } from './icons.tsx';

interface Props extends Omit<ComponentProps<'button'>, 'title' | 'aria-label'> {
  /** The command that does the same, whose keys are told. */
  readonly command: CommandId;
  readonly icon: ComponentProps<typeof Icon>['name'];
  readonly name: string;
  /** What stands in the tooltip before the key; the name when absent. */
  readonly tip?: string;
  /** Are name and key written beside the icon, where there is room? */
  readonly written?: boolean;
}

/** A tool of the top bar: an icon that says its name and its key. */
export function ToolButton(props: Props) {
  const { command, icon, name, tip = name, written = false, className = '', ...rest } = props;
  const hint = useKeyHint(command);
  return (
    <button
      type="button"
      className={`tool ${className}`.trim()}
      aria-label={name}
      title={hint.title(tip)}
      aria-keyshortcuts={hint.aria}
      {...rest}
    >
      <Icon name={icon} />
      {written && <span className="tool-name">{name}</span>}
      {written && hint.label !== null && (
        <kbd className="tool-name" aria-hidden="true">
          {hint.label}
        </kbd>
      )}
    </button>
  );
}
