// An address that leads nowhere.
import { Page } from '../ui/Page.tsx';
import { Nothing } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';

export default function NotFoundPage() {
  const t = useText('common');
  return (
    <Page title={t('notFoundTitle')} width="narrow">
      <Nothing title={t('notFoundTitle')} text={t('notFound')} />
    </Page>
  );
}
