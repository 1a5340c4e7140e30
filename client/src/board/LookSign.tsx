// The sign of one value of a look: drawn as it will look, so that it needs no guessing.
import { AlignCenter, AlignLeft, AlignRight } from 'lucide-react';
import type { LookName } from '../commands/style.ts';
import { CommandSign, StampSign } from './CommandSign.tsx';

/** One under another, the one that is meant in full: a line alone would be the sign of dashes, too. */
const WIDTHS = [
  { of: 'thin', y: 5, width: 1.5 },
  { of: 'medium', y: 11, width: 3 },
  { of: 'thick', y: 18.5, width: 5 },
] as const;
const DASHES: Readonly<Record<string, string>> = { solid: '', dashed: '6 4', dotted: '1 4' };
const ROUTES: Readonly<Record<string, string>> = { straight: 'M4 18 L20 6', elbow: 'M4 18 H12 V6 H20', curve: 'M4 18 C13 18 11 6 20 6' };
const SIZES: Readonly<Record<string, number>> = { s: 12, m: 15, l: 19, xl: 23 };
const FILLS: Readonly<Record<string, number>> = { none: 0, soft: 0.25, solid: 1 };

/** What stands for a look whose values differ, palely: it still says which look it is. */
const USUAL: Readonly<Record<LookName, string>> = {
  shape: 'rounded',
  sign: 'star',
  align: 'center',
  colour: 'ink',
  fill: 'soft',
  stroke: 'medium',
  dash: 'dashed',
  route: 'curve',
  startHead: 'arrow',
  endHead: 'arrow',
  fontSize: 'm',
};

/** @param value null = those chosen differ */
export function LookSign({ look, value }: { readonly look: LookName; readonly value: string | null }) {
  if (value === null)
    return (
      <span className="look-differs">
        <LookSign look={look} value={USUAL[look]} />
      </span>
    );
  switch (look) {
    case 'shape':
      return <CommandSign id={`shape-${value}`} />;
    case 'sign':
      return <StampSign sign={value} />;
    case 'align':
      return value === 'left' ? <AlignLeft aria-hidden /> : value === 'right' ? <AlignRight aria-hidden /> : <AlignCenter aria-hidden />;
    case 'colour':
      return null;
    case 'fill':
      return (
        <Drawing>
          <rect x="5" y="5" width="14" height="14" rx="2" fill="currentColor" fillOpacity={FILLS[value] ?? 0} strokeWidth="1.8" />
        </Drawing>
      );
    case 'stroke':
      return (
        <Drawing>
          {WIDTHS.map(({ of, y, width }) => (
            <path key={of} d={`M4 ${y} H20`} strokeWidth={width} opacity={of === value ? 1 : 0.25} />
          ))}
        </Drawing>
      );
    case 'dash':
      return (
        <Drawing>
          <path d="M3 12 H21" strokeWidth="2.4" strokeDasharray={DASHES[value]} />
        </Drawing>
      );
    case 'route':
      return (
        <Drawing>
          <path d={ROUTES[value]} strokeWidth="2" />
        </Drawing>
      );
    case 'startHead':
    case 'endHead':
      return <Head value={value} isEnd={look === 'endHead'} />;
    case 'fontSize':
      return (
        <Drawing>
          <text x="12" y="19" textAnchor="middle" fontSize={SIZES[value] ?? 13} fontWeight="600" fill="currentColor" stroke="none">
            A
          </text>
        </Drawing>
      );
  }
}

function Drawing({ children }: { readonly children: React.ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

function Head({ value, isEnd }: { readonly value: string; readonly isEnd: boolean }) {
  return (
    <Drawing>
      <g transform={isEnd ? '' : 'matrix(-1 0 0 1 24 0)'} strokeWidth="2">
        <path d="M3 12 H18" />
        {value === 'arrow' && <path d="M14 7 L20 12 L14 17" />}
        {value === 'triangle' && <path d="M13 7 L21 12 L13 17 Z" fill="currentColor" />}
        {value === 'dot' && <circle cx="18" cy="12" r="3" fill="currentColor" />}
        {value === 'bar' && <path d="M19 6 V18" />}
      </g>
    </Drawing>
  );
}
