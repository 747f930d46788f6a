/**
 * Words within a line that lead to another card. A button is a box that no line can break: a long name in one stands between
 * two lines that end early.
 */

export interface WayProps {
  readonly id: string;
  readonly name: string;
  readonly class?: string;
  readonly go: (id: string, name: string) => void;
  readonly children: string;
}

export function Way({ id, name, class: className = '', go, children }: WayProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    // The space bar scrolls, too.
    event.preventDefault();
    go(id, name);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no line can break in a button, and long names need it.
    <span
      class={`link way ${className}`.trimEnd()}
      role="button"
      tabIndex={0}
      data-to={id}
      onClick={() => go(id, name)}
      onKeyDown={onKeyDown}
    >
      {children}
    </span>
  );
}
