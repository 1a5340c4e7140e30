// The sign of one value of a look: drawn as it will look, so that it needs no guessing.
import { AlignCenter, AlignLeft, AlignRight, Minus } from 'lucide-react';
import type { LookName } from '../commands/style.ts';
import { CommandSign, StampSign } from './CommandSign.tsx';

const WIDTHS: Readonly<Record<string, number>> = { thin: 1.5, medium: 3, thick: 5 };
const DASHES: Readonly<Record<string, string>> = { solid: '', dashed: '6 4', dotted: '1 4' };
const ROUTES: Readonly<Record<string, string>> = { straight: 'M4 18 L20 6', elbow: 'M4 18 H12 V6 H20', curve: 'M4 18 C13 18 11 6 20 6' };
const SIZES: Readonly<Record<string, number>> = { s: 10, m: 13, l: 17, xl: 21 };
const FILLS: Readonly<Record<string, number>> = { none: 0, soft: 0.25, solid: 1 };

export function LookSign({ look, value }: { readonly look: LookName; readonly value: string | null }) {
  if (value === null) return <Minus aria-hidden />;
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
          <path d="M4 12 H20" strokeWidth={WIDTHS[value] ?? 2} />
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
