// A table's identity: colour, pattern and letter in one square. Decoration beside the table's number and name, which say it in words.
import { useId } from 'react';
import { identityOf } from './tokens.ts';

/** `colour` as the group has it; `px` the side. */
export function TableBadge({ colour, px = 48 }: { readonly colour: number; readonly px?: number }) {
  const id = useId();
  const identity = identityOf(colour);
  return (
    <svg className="table-badge" width={px} height={px} viewBox="0 0 48 48" aria-hidden="true">
      <defs>
        <pattern id={id} width="12" height="12" patternUnits="userSpaceOnUse">
          <path d={identity.pattern || 'M0 0'} stroke="#fff" strokeOpacity="0.42" strokeWidth="2" fill="none" />
        </pattern>
      </defs>
      <rect width="48" height="48" fill={identity.color} />
      <rect width="48" height="48" fill={`url(#${id})`} />
      <circle cx="24" cy="24" r="14" fill={identity.color} />
      <text x="24" y="24" dy="0.36em" textAnchor="middle" fontSize="22" fontWeight="700" fill="#fff">
        {identity.letter}
      </text>
    </svg>
  );
}
