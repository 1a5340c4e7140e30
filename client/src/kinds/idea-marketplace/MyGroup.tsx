// A participant's place after the groups are published.
import { useBoard } from '../../board/boardContext.ts';
import { Failed, Skeleton } from '../../ui/states.tsx';
import { useText } from '../../ui/text.ts';
import { PublishedGroups } from './PublishedGroups.tsx';
import { usePlaces } from './usePlaces.ts';

export default function MyGroup() {
  const t = useText('market');
  const common = useText('common');
  const { place } = useBoard();
  const { value, problem, reload } = usePlaces(place.board.id);
  if (!value) {
    if (!problem) return <Skeleton label={common('loading')} />;
    return <Failed text={problem.kind === 'away' ? common('away') : problem.message} onRetry={problem.kind === 'away' ? reload : undefined} />;
  }
  if (value.state !== 'done') return <p>{t('noGroupsYet')}</p>;
  return <PublishedGroups places={value} onChanged={reload} />;
}
