// Signing out, in the top of the organiser's pages.
import { useLocation } from 'wouter';
import { api } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export function SignOutButton() {
  const t = useText('organiser');
  const [, navigate] = useLocation();
  return (
    <Button look="quiet" onClick={() => void api.signOut().then(() => navigate('/'))}>
      {t('signOut')}
    </Button>
  );
}
