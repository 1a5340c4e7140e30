// All boards side by side, as large as the screen allows; arrow keys walk over them as they stand.
import type { WorkshopState } from '@masa/shared/wire';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { WorkshopSession, WorkshopView } from '../../session/WorkshopSession.ts';
import { useText } from '../../ui/text.ts';
import { fitGrid } from './fitGrid.ts';
import { inWallOrder, nextTile } from './order.ts';
import { useRoom } from './useRoom.ts';
import { WallTile } from './WallTile.tsx';

const MINUTE_MS = 60_000;
const TICK_MS = 20_000;
const GAP = 16;
/** Of a tile in wall.css: top line, foot, padding. */
const FRAME_HEIGHT = 128;
const FRAME_WIDTH = 24;
/** The sheets of the service canvas are about as wide as this times their height. */
const ASPECT = 1.08;
const SMALLEST = 180;
/** A narrower screen shows one sheet after the other, as wall.css lets the page grow. */
const PHONE = 700;

export interface WallGridProps {
  readonly workshop: WorkshopState;
  readonly view: WorkshopView;
  readonly session: WorkshopSession | undefined;
}

export function WallGrid({ workshop, view, session }: WallGridProps) {
  const t = useText('wall');
  const box = useRef<HTMLDivElement>(null);
  const links = useRef<(HTMLAnchorElement | null)[]>([]);
  const room = useRoom(box);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(session?.clock.now() ?? Date.now()), TICK_MS);
    return () => clearInterval(tick);
  }, [session]);

  const boards = inWallOrder(workshop);
  const grid = fitGrid(boards.length, {
    ...room,
    height: room.width < PHONE ? 0 : room.height,
    gap: GAP,
    frameHeight: FRAME_HEIGHT,
    frameWidth: FRAME_WIDTH,
    aspect: ASPECT,
    smallest: SMALLEST,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = links.current.indexOf(document.activeElement as HTMLAnchorElement);
    const next = at < 0 ? undefined : nextTile(event.key, at, boards.length, grid.columns);
    if (next === undefined) return;
    event.preventDefault();
    links.current[next]?.focus();
  };

  return (
    <div ref={box} className="wall-room">
      {room.width > 0 && (
        <ul
          className="wall-grid"
          aria-label={t('boards')}
          style={{ gridTemplateColumns: `repeat(${grid.columns}, ${grid.width + FRAME_WIDTH}px)` }}
          onKeyDown={onKeyDown}
        >
          {boards.map((board, at) => {
            const changed = view.changedAt.get(board.id);
            return (
              <WallTile
                key={board.id}
                board={board}
                group={workshop.groups.find((group) => group.id === board.groupId)}
                shown={view.wall.get(board.id)}
                width={grid.width}
                height={grid.height}
                changedMinutes={changed === undefined ? undefined : Math.max(0, Math.floor((now - changed) / MINUTE_MS))}
                linkRef={(link) => {
                  links.current[at] = link;
                }}
              />
            );
          })}
        </ul>
      )}
    </div>
  );
}
