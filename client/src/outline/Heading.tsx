// A heading whose level depends on where it stands; h6 is the lowest there is.
import type { ReactNode } from 'react';

export function Heading({ level, id, children }: { readonly level: number; readonly id?: string; readonly children: ReactNode }) {
  const Tag = `h${Math.min(6, level)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  return (
    <Tag id={id} tabIndex={-1}>
      {children}
    </Tag>
  );
}
