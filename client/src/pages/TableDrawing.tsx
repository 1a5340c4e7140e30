// A table seen from above: people around it, sheets and cards on it. Decoration of the front page.
import { cardColor, color, tableIdentity } from '../ui/tokens.ts';

const PEOPLE: readonly (readonly [x: number, y: number])[] = [
  [120, 38],
  [240, 38],
  [392, 120],
  [392, 230],
  [240, 312],
  [120, 312],
  [28, 175],
];

const CARDS: readonly (readonly [x: number, y: number, slot: keyof typeof cardColor])[] = [
  [128, 118, 'target-group'],
  [182, 118, 'needs'],
  [236, 118, 'needs'],
  [128, 158, 'service'],
  [209, 158, 'aim'],
  [128, 198, 'resources'],
  [182, 198, 'partners'],
  [236, 198, 'activities'],
];

export function TableDrawing() {
  return (
    <svg className="home-drawing" viewBox="0 0 420 350" aria-hidden="true">
      {PEOPLE.map(([x, y], at) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="24" fill={tableIdentity[at]?.color} />
      ))}
      <rect x="48" y="62" width="324" height="226" rx="34" fill={color.tableDeep} stroke={color.ink} strokeWidth="3" />
      <g transform="rotate(-1.5 210 175)">
        <rect x="108" y="92" width="190" height="160" rx="6" fill={color.paper} stroke={color.ink} strokeWidth="1.5" />
        <path d="M120 104h72" stroke={color.ink} strokeWidth="4" strokeLinecap="round" />
        {CARDS.map(([x, y, slot]) => (
          <g key={`${x}-${y}`}>
            <rect
              x={x - 4}
              y={y - 2}
              width={slot === 'service' || slot === 'aim' ? 76 : 46}
              height="32"
              rx="4"
              fill={cardColor[slot].paper}
              stroke={cardColor[slot].edge}
            />
            <path d={`M${x + 3} ${y + 9}h30M${x + 3} ${y + 18}h20`} stroke={cardColor[slot].edge} strokeWidth="2.5" strokeLinecap="round" />
          </g>
        ))}
      </g>
      <g transform="rotate(9 335 130)">
        <rect x="316" y="104" width="40" height="34" rx="4" fill={cardColor['social-effect'].paper} stroke={cardColor['social-effect'].edge} />
        <path d="M324 116h22M324 126h14" stroke={cardColor['social-effect'].edge} strokeWidth="2.5" strokeLinecap="round" />
      </g>
      <g transform="rotate(-12 80 230)">
        <rect x="60" y="214" width="38" height="32" rx="4" fill={cardColor.information.paper} stroke={cardColor.information.edge} />
        <path d="M67 225h20M67 235h13" stroke={cardColor.information.edge} strokeWidth="2.5" strokeLinecap="round" />
      </g>
      <path d="M318 236l26-46 7 4-26 46-9 5z" fill={color.paper} stroke={color.ink} strokeWidth="2" strokeLinejoin="round" />
    </svg>
  );
}
