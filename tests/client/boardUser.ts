// The board page with somebody at it who types, clicks and pastes.
import userEvent from '@testing-library/user-event';
import { type ShownPage, type ShowOptions, showPage } from './boardPage.tsx';

export interface ShownBoard extends ShownPage {
  readonly user: ReturnType<typeof userEvent.setup>;
}

export const showBoard = async (options: ShowOptions = {}): Promise<ShownBoard> => ({ ...(await showPage(options)), user: userEvent.setup() });
