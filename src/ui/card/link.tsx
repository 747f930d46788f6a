/** A link to a source, in a new tab that knows nothing of this page; plain text where the address is none of the web. */
import { isWebAddress } from './addresses.ts';

/** Opens a source from frames in which a link opens nothing; null where links work. */
export type OpenSource = ((url: string) => void) | null;

export interface LinkProps {
  readonly url: string;
  readonly class: string;
  readonly title?: string | null;
  /** What a screen reader says where the visible word alone would not do. */
  readonly label?: string;
  readonly openSource: OpenSource;
  readonly children: string;
}

export function Link({ url, class: className, title, label, openSource, children }: LinkProps) {
  // The dataset's checker lets nothing else through; a damaged database must not either.
  if (!isWebAddress(url)) return <span class={className}>{children}</span>;
  const open = (event: MouseEvent) => {
    if (!openSource) return;
    event.preventDefault();
    openSource(url);
  };
  return (
    <a
      class={className}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={title ?? undefined}
      aria-label={label}
      onClick={open}
    >
      {children}
    </a>
  );
}
