// Reads out what others do on the board, to whoever listens. It comes with the first quiet moment, not with the first picture.
import { useOthersChanges } from './useOthersChanges.ts';

export default function OthersSaid() {
  const sentence = useOthersChanges();
  return (
    <p className="visually-hidden" aria-live="polite" data-live="others">
      {sentence}
    </p>
  );
}
