// Words that come onto a board later than everybody else's.
import { carryEdits } from '@masa/client/session/draftCarry.ts';
import { encoded } from '@masa/client/session/ownDraft.ts';
import { apply, FACET, objectsOf, PERSON } from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newDoc } from '../shared/sheets.ts';

const AUTHOR = { id: 'maria', name: 'Мария', library: 'Искра', region: 'Видин' };

test('REVEAL-2 what others wrote and set since stays, and later words stand in a card of their own', () => {
  const draft = newDoc([{ id: 'shown', text: 'warm place, and tea', facets: { notes: 'mine' } }]);
  const board = newDoc();
  // As the server shows it, and then somebody else goes on with it.
  Y.applyUpdate(board, encoded(newDoc([{ id: 'shown', text: 'warm place', facets: { notes: 'shown' } }])));
  apply(
    board,
    [
      { do: 'text', id: 'shown', text: 'A warm place' },
      { do: 'set', id: 'shown', facet: 'notes', value: 'theirs' },
    ],
    PERSON,
  );
  const carry = () => carryEdits(board, encoded(draft), { kind: serviceCanvas, template: formA, author: AUTHOR });
  apply(board, carry(), PERSON);
  const texts = [...objectsOf(board).values()].map((object) => String(object.get(FACET.text))).sort();
  expect(texts).toEqual(['A warm place', 'warm place, and tea']);
  expect(objectsOf(board).get('shown')?.get('notes')).toBe('theirs');
});
