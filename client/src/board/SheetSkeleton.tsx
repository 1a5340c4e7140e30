// The sheet while its cards are on their way: the cells where they will be, without words.
import type { Template } from '@masa/shared/board';
import { useText } from '../ui/text.ts';

export function SheetSkeleton({ template }: { readonly template: Template | undefined }) {
  const t = useText('board');
  const size = template?.size ?? { w: 1_600, h: 1_480 };
  // A board without a sheet: nothing can be foretold of it.
  if (size.w === 0) return <div className="sheet-skeleton" role="status" aria-label={t('loadingBoard')} />;
  return (
    <div className="sheet-skeleton" role="status" aria-label={t('loadingBoard')}>
      <svg viewBox={`0 0 ${size.w} ${size.h}`} preserveAspectRatio="xMidYMin meet" aria-hidden="true">
        <rect width={size.w} height={size.h} rx="14" className="skeleton-paper" />
        {template?.cells.map(({ id, rect }) => (
          <g key={id}>
            <rect x={rect.x} y={rect.y} width={rect.w} height={rect.h} rx="8" className="skeleton-cell" />
            <rect x={rect.x + 14} y={rect.y + 16} width={Math.min(220, rect.w / 2)} height="16" rx="8" className="skeleton-line" />
          </g>
        ))}
      </svg>
    </div>
  );
}
