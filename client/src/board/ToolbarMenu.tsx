// What is needed now and then, behind one button.
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { FormSwitch } from './FormSwitch.tsx';
import { Popup } from './Popup.tsx';

const MenuLines = lazy(() => import('./MenuLines.tsx'));

export function ToolbarMenu() {
  const t = useText('tools');
  const { isSmall } = useBoard();
  return (
    <Popup label={t('more')} sign={<Ellipsis aria-hidden />}>
      {(close) => (
        <div className="menu-lines">
          <Suspense fallback={null}>
            <MenuLines onDone={close} />
          </Suspense>
          {isSmall && <FormSwitch />}
        </div>
      )}
    </Popup>
  );
}
