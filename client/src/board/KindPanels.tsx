// The panels a board's kind brings, as buttons: those that belong to whoever looks and to the present stage.
import { useBoardStage } from '../facilitation/useBoardStage.ts';
import { loadedView } from '../kinds/index.ts';
import { Button } from '../ui/Button.tsx';
import { useBoard } from './boardContext.ts';

export default function KindPanels() {
  const { open, place, language, panel, show } = useBoard();
  const { stage } = useBoardStage();
  const isStaff = place.me.role === 'organiser' || place.me.role === 'facilitator';
  const panels = (loadedView(open.editor.kind.id)?.panels ?? []).filter(
    ({ isForStaff, isForSeats, stages }) =>
      (!isForStaff || isStaff) && (!isForSeats || place.me.role === 'participant') && (!stages || stages.includes(stage.id)),
  );
  return panels.map(({ id, label, hint }) => {
    const isShown = panel?.of === 'kind' && panel.id === id;
    return (
      <Button key={id} look="quiet" aria-pressed={isShown} title={hint?.[language]} onClick={() => show(isShown ? null : { of: 'kind', id })}>
        {label[language]}
      </Button>
    );
  });
}
