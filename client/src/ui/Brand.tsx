// The mark: a table seen from above, people of several colours around it.
import { Link } from 'wouter';
import { tableIdentity } from './tokens.ts';

const SEATS: readonly (readonly [x: number, y: number])[] = [
  [13, 6],
  [27, 6],
  [37, 20],
  [27, 34],
  [13, 34],
  [3, 20],
];

export function Mark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      {SEATS.map(([x, y], at) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="3" fill={tableIdentity[at]?.color} />
      ))}
      <rect x="8" y="11" width="24" height="18" rx="5" fill="var(--color-paper)" stroke="var(--color-ink)" strokeWidth="2.5" />
      <path d="M14 17h12M14 21.5h8" stroke="var(--color-ink)" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  );
}

/** Name and mark, leading to the front page. */
export function Brand() {
  return (
    <Link className="brand" href="/">
      <Mark />
      Masa
    </Link>
  );
}
