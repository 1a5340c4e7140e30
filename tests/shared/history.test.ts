// Undo and redo of one’s own actions. Above 250 lines: the schedules of the fuzz stand beside the single cases they generalise.
import { LIMITS, sameJson } from '@masa/shared/core';
import { apply, createHistory, FACET, objectsOf, PERSON, replaceText } from '@masa/shared/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { clockOf, contentOf, createEdit, createPeers, deliver, deliverAll, fuzz, newDoc, type Peer, readDoc } from './sheets.ts';

const alone = (cards: Parameters<typeof newDoc>[0] = []): { doc: Y.Doc; history: ReturnType<typeof createHistory> } => {
  const doc = newDoc(cards);
  return { doc, history: createHistory(doc, clockOf('ana')) };
};

const two = (cards: Parameters<typeof newDoc>[0]): readonly [Peer, Peer] => createPeers(['ana', 'bob'], cards) as unknown as readonly [Peer, Peer];

const set = (id: string, facet: string, value: unknown) => ({ do: 'set', id, facet, value }) as const;

const type = ({ history }: { history: ReturnType<typeof createHistory> }, id: string, text: string): void => {
  const typing = history.type(id);
  if (typing) replaceText(typing.text, text, undefined, typing.origin);
  typing?.end();
};

const textIn = (doc: Y.Doc, id: string): string | undefined => readDoc(doc).get(id)?.text;

test('HISTORY-1 undo gives a facet its old value, redo the new one', () => {
  const { doc, history } = alone([{ id: 'one', facets: { who: 'Ана' } }]);
  history.perform([set('one', 'who', 'Боб')]);
  expect(history.undo()).toEqual(['one']);
  expect(readDoc(doc).get('one')?.fields.who).toBe('Ана');
  expect(history.redo()).toEqual(['one']);
  expect(readDoc(doc).get('one')?.fields.who).toBe('Боб');
  expect([history.undo(), history.undo()]).toEqual([['one'], []]);
});

test('HISTORY-2 undoing a creation puts the card into the bin, redo brings it back', () => {
  const { doc, history } = alone();
  history.perform([createEdit({ id: 'one', text: 'стол', facets: { who: 'Ана' } })]);
  history.undo();
  expect(readDoc(doc).live()).toEqual([]);
  expect(readDoc(doc).bin()).toMatchObject([{ id: 'one', text: 'стол', gone: { by: 'ana' } }]);
  history.redo();
  expect(readDoc(doc).live()).toMatchObject([{ id: 'one', text: 'стол', fields: { who: 'Ана' }, gone: null }]);
  expect(objectsOf(doc).size).toBe(1);
});

test('HISTORY-3 a created card that others wrote in is in the bin with their text after undo', () => {
  const [ana, bob] = two([]);
  ana.history.perform([createEdit({ id: 'one', text: 'стол' })]);
  deliver(bob);
  type(bob, 'one', 'столове и маси');
  deliver(ana);
  ana.history.undo();
  deliverAll([ana, bob]);
  for (const { doc } of [ana, bob]) expect(readDoc(doc).bin()).toMatchObject([{ id: 'one', text: 'столове и маси' }]);
});

/** Facets whose value names who wrote it; so an undo can be checked against the writers of what it changed. */
const TAGGED = ['notes', 'who', 'when', 'moved'] as const;

const writerOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.split('#')[0] : value !== null && typeof value === 'object' && 'by' in value ? String(value.by) : undefined;

const acts = fc.array(
  fc.tuple(
    fc.nat(1),
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('create' as const, 'bin' as const, 'restore' as const), at: fc.nat(3) }) },
      { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const), at: fc.nat(3) }) },
      { weight: 4, arbitrary: fc.record({ act: fc.constant('set' as const), at: fc.nat(3), facet: fc.constantFrom(...TAGGED) }) },
      {
        weight: 3,
        arbitrary: fc.record({ act: fc.constantFrom('type' as const, 'replace' as const), at: fc.nat(3), from: fc.nat(8), cut: fc.nat(2) }),
      },
      { weight: 4, arbitrary: fc.record({ act: fc.constant('deliver' as const), count: fc.integer({ min: 1, max: 4 }), from: fc.nat(3) }) },
    ),
  ),
  { minLength: 4, maxLength: 24 },
);

test('HISTORY-4 no undo touches what somebody else has changed since', () => {
  let undone = 0;
  fc.assert(
    fc.property(acts, (schedule) => {
      const peers = two([
        { id: 'card0', text: 'aA' },
        { id: 'card1', text: 'bB' },
      ]);
      const touched: string[] = [];
      let serial = 0;
      for (const [who, step] of schedule) {
        const peer = peers[who as 0 | 1];
        if (step.act === 'deliver') {
          deliver(peer, step.count, step.from);
          continue;
        }
        const id = `card${step.at}`;
        serial += 1;
        const tag = `${peer.name}#${serial}`;
        const stamp = { by: peer.name, name: peer.name, at: 1_000 + serial };
        if (step.act === 'create') peer.history.perform([createEdit({ id, text: peer.name === 'ana' ? 'an' : 'BOB' })]);
        else if (step.act === 'set') peer.history.perform([set(id, step.facet, step.facet === 'moved' ? stamp : tag)]);
        else if (step.act === 'bin') peer.history.perform([set(id, FACET.gone, stamp)]);
        else if (step.act === 'restore') peer.history.perform([set(id, FACET.gone, null)]);
        else if (step.act === 'type' || step.act === 'replace') {
          // Ana writes small letters, Bob capitals.
          const text = String(objectsOf(peer.doc).get(id)?.get(FACET.text) ?? '');
          const added = String.fromCharCode((peer.name === 'ana' ? 97 : 65) + (serial % 26));
          const next = text.slice(0, step.from) + added + text.slice(step.from + step.cut);
          if (step.act === 'type') type(peer, id, next);
          else peer.history.perform([{ do: 'text', id, text: next }]);
        } else {
          const before = objectsOf(peer.doc).toJSON() as Record<string, Record<string, unknown>>;
          if (step.act === 'undo') peer.history.undo();
          else peer.history.redo();
          undone += 1;
          const after = objectsOf(peer.doc).toJSON() as Record<string, Record<string, unknown>>;
          const theirs = peer.name === 'ana' ? /[A-Z]/gu : /[a-z]/gu;
          const count = (value: unknown): number => String(value).match(theirs)?.length ?? 0;
          for (const [object, facets] of Object.entries(before)) {
            const others = [...TAGGED, FACET.gone].filter((facet) => ![undefined, peer.name].includes(writerOf(facets[facet])));
            for (const facet of others) if (!sameJson(after[object]?.[facet], facets[facet])) touched.push(`${object}.${facet}`);
            // Redo may take away what an undo had given back; undo takes away nothing of others.
            if (step.act === 'undo' && count(after[object]?.text) < count(facets.text)) touched.push(`${object}.text`);
          }
        }
      }
      expect(touched).toEqual([]);
      deliverAll(peers);
      expect(contentOf(peers[0].doc)).toBe(contentOf(peers[1].doc));
    }),
    fuzz(2_000),
  );
  expect(undone).toBeGreaterThan(2_000);
});

test('HISTORY-5 a typing session is one step and takes away only its own characters', () => {
  const [ana, bob] = two([{ id: 'one', text: 'стол' }]);
  const typing = ana.history.type('one');
  expect(typing).toBeDefined();
  if (!typing) return;
  for (const text of ['стола', 'столав', 'столави']) replaceText(typing.text, text, text.length, typing.origin);
  deliver(bob);
  type(bob, 'one', 'два столави');
  deliver(ana);
  typing.end();
  expect(ana.history.undo()).toEqual(['one']);
  expect(textIn(ana.doc, 'one')).toBe('два стол');
  expect(ana.history.redo()).toEqual(['one']);
  expect(textIn(ana.doc, 'one')).toBe('два столави');
});

test('HISTORY-6 a new action ends the possibility to redo', () => {
  const { doc, history } = alone([{ id: 'one' }]);
  history.perform([set('one', 'who', 'Ана')]);
  history.undo();
  expect(history.state.canRedo).toBe(true);
  history.perform([set('one', 'when', 'юни')]);
  expect(history.state.canRedo).toBe(false);
  expect(history.redo()).toEqual([]);
  expect(readDoc(doc).get('one')?.fields).toMatchObject({ who: null, when: 'юни' });
});

test('HISTORY-7 edits performed together are one step, facets and texts alike', () => {
  const { doc, history } = alone([{ id: 'one', text: 'столове и маси' }]);
  const before = readDoc(doc).get('one');
  history.perform([{ do: 'text', id: 'one', text: 'столове' }, createEdit({ id: 'two', text: 'маси' }), set('one', 'who', 'Ана')]);
  expect([...history.undo()].sort()).toEqual(['one', 'two']);
  expect(readDoc(doc).live()).toEqual([before]);
  expect(history.state.canUndo).toBe(false);
  history.redo();
  expect(readDoc(doc).get('one')).toMatchObject({ text: 'столове', fields: { who: 'Ана' } });
  expect(textIn(doc, 'two')).toBe('маси');
});

test('HISTORY-8 undoing everything gives the board as it was, redoing everything gives it back', () => {
  const own = acts.map((schedule) => schedule.map(([, step]) => step).filter((step) => !['undo', 'redo', 'deliver'].includes(step.act)));
  fc.assert(
    fc.property(own, (steps) => {
      const { doc, history } = alone([
        { id: 'card0', text: 'aA' },
        { id: 'card1', text: 'bB' },
      ]);
      const seen = (): unknown => {
        const live = readDoc(doc)
          .live()
          .map(({ id, text, fields, notes, moved }) => ({ id, text, fields, notes, moved }));
        return live.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      };
      const before = seen();
      for (const [at, step] of steps.entries()) {
        if (!('at' in step)) continue;
        const id = `card${step.at}`;
        if (step.act === 'create') history.perform([createEdit({ id, text: `new ${at}` })]);
        else if (step.act === 'set') history.perform([set(id, step.facet, step.facet === 'moved' ? { by: 'ana', name: '', at } : `ana#${at}`)]);
        else if (step.act === 'bin') history.perform([set(id, FACET.gone, { by: 'ana', name: '', at })]);
        else if (step.act === 'restore') history.perform([set(id, FACET.gone, null)]);
        else type({ history }, id, `${textIn(doc, id) ?? ''}${at}`);
      }
      const after = seen();
      while (history.state.canUndo) history.undo();
      expect(seen()).toEqual(before);
      while (history.state.canRedo) history.redo();
      expect(seen()).toEqual(after);
    }),
    fuzz(300),
  );
});

test('HISTORY-9 what can be undone and redone is announced when it changes', () => {
  const { history } = alone([{ id: 'one' }]);
  const heard: unknown[] = [];
  history.onChange(({ canUndo, canRedo }) => heard.push([canUndo, canRedo]));
  history.perform([set('one', 'who', 'a')]);
  history.perform([set('one', 'who', 'b')]);
  history.undo();
  history.undo();
  history.redo();
  expect(heard).toEqual([
    [true, false],
    [true, true],
    [false, true],
    [true, true],
  ]);
});

test('HISTORY-10 the oldest steps go first', () => {
  const { doc, history } = alone([{ id: 'one' }]);
  for (let at = 0; at < LIMITS.undoDepth + 5; at += 1) history.perform([set('one', 'who', `v${at}`)]);
  while (history.state.canUndo) history.undo();
  expect(readDoc(doc).get('one')?.fields.who).toBe('v4');
});

test('HISTORY-11 a card restored or binned by somebody else stays as they left it', () => {
  const [ana, bob] = two([{ id: 'one' }, { id: 'two' }]);
  ana.history.perform([set('one', FACET.gone, { by: 'ana', name: '', at: 1 })]);
  deliverAll([ana, bob]);
  bob.history.perform([set('one', FACET.gone, null)]);
  deliverAll([ana, bob]);
  expect([ana.history.undo(), ana.history.redo()]).toEqual([[], []]);
  expect(readDoc(ana.doc).get('one')?.gone).toBeNull();
  bob.history.perform([set('one', FACET.gone, { by: 'bob', name: '', at: 2 })]);
  deliverAll([ana, bob]);
  expect([ana.history.undo(), readDoc(ana.doc).get('one')?.gone?.by]).toEqual([[], 'bob']);
  // Binned by Ana, restored and binned again by Bob: it is his doing now.
  ana.history.perform([set('two', FACET.gone, { by: 'ana', name: '', at: 3 })]);
  deliverAll([ana, bob]);
  bob.history.perform([set('two', FACET.gone, null)]);
  bob.history.perform([set('two', FACET.gone, { by: 'bob', name: '', at: 4 })]);
  deliverAll([ana, bob]);
  expect([ana.history.undo(), readDoc(ana.doc).get('two')?.gone?.by]).toEqual([[], 'bob']);
});

test('HISTORY-12 two changes of one facet in one action go back and forth as one', () => {
  const { doc, history } = alone([{ id: 'one', facets: { who: 'a' } }]);
  history.perform([set('one', 'who', 'b'), set('one', 'who', 'c')]);
  history.undo();
  expect(readDoc(doc).get('one')?.fields.who).toBe('a');
  history.redo();
  expect(readDoc(doc).get('one')?.fields.who).toBe('c');
});

test('HISTORY-13 undo and redo inside a typing session act on its text only', () => {
  const { doc, history } = alone([{ id: 'one', text: 'стол' }]);
  history.perform([set('one', 'who', 'Ана')]);
  const typing = history.type('one');
  if (!typing) throw new Error('no typing session');
  replaceText(typing.text, 'столове', undefined, typing.origin);
  typing.undo();
  expect(readDoc(doc).get('one')).toMatchObject({ text: 'стол', fields: { who: 'Ана' } });
  typing.redo();
  expect(textIn(doc, 'one')).toBe('столове');
  typing.undo();
  typing.end();
  history.undo();
  expect(readDoc(doc).get('one')).toMatchObject({ text: 'стол', fields: { who: null } });
  expect(history.type('none')).toBeUndefined();
});

test('HISTORY-14 a shared type in the place of a value does not break undo', () => {
  const { doc, history } = alone([{ id: 'one' }]);
  doc.transact(() =>
    objectsOf(doc)
      .get('one')
      ?.set('who', new Y.Map([['x', 1]])),
  );
  history.perform([set('one', 'who', 'Ана')]);
  expect(() => history.undo()).not.toThrow();
  expect(readDoc(doc).get('one')?.fields.who).toBeNull();
  apply(doc, [set('one', 'who', 'Боб')], PERSON);
  expect(readDoc(doc).get('one')?.fields.who).toBe('Боб');
});

test('HISTORY-15 text edits one after the other go back and forth one by one', () => {
  const { doc, history } = alone([{ id: 'one', text: 'стол' }]);
  for (const text of ['столове', 'столове и маси']) history.perform([{ do: 'text', id: 'one', text }]);
  const seen: (string | undefined)[] = [];
  for (const step of ['undo', 'undo', 'redo', 'redo'] as const) {
    history[step]();
    seen.push(textIn(doc, 'one'));
  }
  expect(seen).toEqual(['столове', 'стол', 'столове', 'столове и маси']);
});
