// How large the board is shown, and where: zoom and the map.
import { Map as MapSign, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { ToolButton } from './ToolButton.tsx';
import { useStore } from './useStore.ts';

export function ZoomTools() {
  const t = useText('board');
  const tools = useText('tools');
  const { open, host, run } = useBoard();
  const { zoom } = useStore(open.editor.camera.view);
  return (
    <fieldset className="zoom" aria-label={t('zoom')}>
      <ToolButton isQuiet label={t('zoomOut')} onPress={() => run('zoom-out')}>
        <ZoomOut aria-hidden />
      </ToolButton>
      <button type="button" className="button quiet figures zoom-value" title={tools('zoom-full')} onClick={() => run('zoom-full')}>
        {Math.round(zoom * 100)} %<span className="visually-hidden">, {tools('zoom-full')}</span>
      </button>
      <ToolButton isQuiet label={t('zoomIn')} onPress={() => run('zoom-in')}>
        <ZoomIn aria-hidden />
      </ToolButton>
      <ToolButton isQuiet label={tools('zoom-fit')} onPress={() => run('zoom-fit')}>
        <Maximize aria-hidden />
      </ToolButton>
      <ToolButton isQuiet label={tools('minimap')} isPressed={host.isMapShown} onPress={() => run('minimap')}>
        <MapSign aria-hidden />
      </ToolButton>
    </fieldset>
  );
}
