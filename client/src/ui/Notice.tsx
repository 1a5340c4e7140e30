// Something a person should know, in one place and with one look: what happened, what is safe, what to do.
import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoticeTone = 'information' | 'success' | 'warning' | 'failure';

const ICONS = { information: Info, success: CircleCheck, warning: TriangleAlert, failure: TriangleAlert } as const;

/** `failure` interrupts a screen reader; the others are read when it is idle. */
export function Notice({ tone = 'information', children }: { readonly tone?: NoticeTone; readonly children: ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <div className={tone === 'information' ? 'notice' : `notice ${tone}`} role={tone === 'failure' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div>{children}</div>
    </div>
  );
}
