// The last net under the interface: a part that could not be loaded or that broke is replaced by a sentence and a way on. Its texts are
// its own, since texts may be what could not be loaded.
import type { Localized } from '@masa/shared/core';
import { Component, type ReactNode } from 'react';
import { currentLanguage } from './text.ts';

const TITLE: Localized = {
  bg: 'Страницата не се отвори',
  ro: 'Pagina nu s-a deschis',
  uk: 'Сторінка не відкрилася',
  nb: 'Siden ble ikke åpnet',
  en: 'The page did not open',
};

const SENTENCE: Localized = {
  bg: 'Няма връзка със сървъра или нещо се обърка. Записаното е запазено. Проверете връзката и опитайте отново.',
  ro: 'Nu există legătură cu serverul sau ceva nu a mers. Ce era salvat rămâne salvat. Verificați conexiunea și încercați din nou.',
  uk: 'Немає зв’язку із сервером або щось пішло не так. Збережене лишається збереженим. Перевірте з’єднання і спробуйте ще раз.',
  nb: 'Vi får ikke kontakt med serveren, eller noe gikk galt. Det som var lagret, er trygt. Sjekk nettet og prøv igjen.',
  en: 'There is no connection to the server, or something went wrong. What was saved is safe. Check the connection and try again.',
};

const AGAIN: Localized = { bg: 'Опитай отново', ro: 'Încearcă din nou', uk: 'Спробувати ще раз', nb: 'Prøv igjen', en: 'Try again' };

interface State {
  readonly broken: boolean;
}

export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override componentDidCatch(failure: unknown): void {
    console.error('client.broken', failure);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const language = currentLanguage();
    return (
      <main className="page-main narrow" lang={language}>
        <div className="sheet stack" role="alert">
          <h1>{TITLE[language]}</h1>
          <p className="lead">{SENTENCE[language]}</p>
          <div className="row">
            <button type="button" className="button primary" onClick={() => location.reload()}>
              {AGAIN[language]}
            </button>
          </div>
        </div>
      </main>
    );
  }
}
